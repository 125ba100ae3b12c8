"""The words of `sample_library`: articles, works, outlets, links and findings, written for it."""

from __future__ import annotations

# name, kind, country, owner, language
OUTLETS = (
    ("Al Jazeera", "broadcaster", "QA", "state", "ar"),
    ("Associated Press", "wire", "US", "", "en"),
    ("Carnegie Moscow Center", "think-tank", "RU", "", "en"),
    ("China Daily", "newspaper", "CN", "state", "en"),
    ("Far Eastern Affairs", "journal", "RU", "", "en"),
    ("Interfax", "wire", "RU", "", "ru"),
    ("Izvestia", "newspaper", "RU", "", "ru"),
    ("Japan Coast Guard", "official", "JP", "state", "ja"),
    ("Jiji Press", "wire", "JP", "", "ja"),
    ("Kommersant", "newspaper", "RU", "", "ru"),
    ("Kyodo News", "wire", "JP", "", "ja"),
    ("Ministry of Foreign Affairs of Japan", "official", "JP", "state", "ja"),
    ("Ministry of Foreign Affairs of the Russian Federation", "official", "RU", "state", "ru"),
    ("Nezavisimaya Gazeta", "newspaper", "RU", "", "ru"),
    ("NHK", "broadcaster", "JP", "public", "ja"),
    ("Reuters", "wire", "GB", "", "en"),
    ("RIA Novosti", "wire", "RU", "state", "ru"),
    ("South China Morning Post", "newspaper", "HK", "", "en"),
    ("TASS", "wire", "RU", "state", "ru"),
    ("The Diplomat", "magazine", "US", "", "en"),
    ("Xinhua", "wire", "CN", "state", "zh"),
    ("Yomiuri Shimbun", "newspaper", "JP", "", "ja"),
)

_VOLUME = (("issued", "the article is of 27 March 2019 and its other citations are of early 2019", 0.9),)
_NEXT = (("issued", "the citation before it in the same parenthesis has the year", 0.8),)


def _news(source: str, issued: str, **more: object) -> dict[str, object]:
    return {"source": source, "container_title": source, "issued": issued, **more}


WORKS: dict[str, dict[str, object]] = {
    # Interfax, the agency leaned on most
    **{f"interfax{day}": _news("Interfax", day) for day in (
        "2012-01-26", "2013-04-29", "2014-05-21", "2014-05-22", "2014-06-02", "2014-09-01", "2015-07-23", "2015-08-22", "2016-12-15",
        "2018-11-14", "2019-01-14", "2019-01-22",
    )},
    "interfax2019-02-04": _news("Interfax", "2019-02-04", inferred=_VOLUME),
    "interfax2019-03-12": _news("Interfax", "2019-03-12", inferred=_VOLUME),
    "interfaxXXXX-03-04": _news("Interfax", "XXXX-03-04"),
    # other agencies
    "tass2014-05-21": _news("TASS", "2014-05-21", container_title="ITAR-TASS"),
    "tass2015-09-03": _news("TASS", "2015-09-03"),
    "tass2016-12-16": _news("TASS", "2016-12-16"),
    "tass2018-12-17": _news("TASS", "2018-12-17", url="https://tass.example/politics/1036203"),
    "tass2019-03-12": _news("TASS", "2019-03-12", inferred=_VOLUME),
    "ria2014-05-20": _news("RIA Novosti", "2014-05-20"),
    "ria2015-07-27": _news("RIA Novosti", "2015-07-27", url="https://ria.example/20150727/1150043523.html"),
    "ria2018-07-19": _news("RIA Novosti", "2018-07-19", url="https://ria.example/20180719/arctic.html"),
    "kyodo2012-01-27": _news("Kyodo News", "2012-01-27", container_title="KyodoNews"),
    "kyodo2012-01-28": _news("Kyodo News", "2012-01-28", container_title="KyodoNews", inferred=_NEXT),
    "kyodo2015-08-22": _news("Kyodo News", "2015-08-22", container_title="Kyodo"),
    "kyodo2019-01-22": _news("Kyodo News", "2019-01-22", container_title="Kyodo"),
    "kyodo2019-02-07": _news("Kyodo News", "2019-02-07", container_title="Kyodo", inferred=_VOLUME),
    "jiji2012-01-28": _news("Jiji Press", "2012-01-28"),
    "jiji2015-07-24": _news("Jiji Press", "2015-07-24"),
    "jiji2019-01-23": _news("Jiji Press", "2019-01-23"),
    "xinhua2014-05-21": _news("Xinhua", "2014-05-21"),
    "xinhua2017-06-20": _news("Xinhua", "2017-06-20", title="Full Text: Vision for Maritime Cooperation under the Belt and Road Initiative",
                              url="https://xinhua.example/english/2017-06/20/c_136380414.htm"),
    "xinhua2018-01-26": _news("Xinhua", "2018-01-26", title="中国的北极政策", container_title="新华社", language="zh",
                              url="https://xinhua.example/2018-01/26/c_1122320088.htm"),
    "reuters2014-05-21": _news("Reuters", "2014-05-21", title="China, Russia Sign Gas Deal", author=("Denis Pinchuk",),
                               url="https://reuters.example/article/china-russia-gas-idUSBREA4K07K20140521"),
    "reuters2018-07-19": _news("Reuters", "2018-07-19", title="First Cargo Goes East Through the Ice", author=("Olesya Astakhova",)),
    "ap2016-08-06": _news("Associated Press", "2016-08-06", title="Hundreds of Fishing Boats Swarm Near Disputed Islands"),
    # newspapers
    "kommersant2014-05-22": _news("Kommersant", "2014-05-22", container_title="Kommersant.ru"),
    "kommersant2014-09-02": _news("Kommersant", "2014-09-02", container_title="Kommersant.ru", title="Цена трубы", language="ru",
                                  author=("Юрий Барсуков",), url="https://kommersant.example/doc/2557441"),
    "kommersant2019-01-14": _news("Kommersant", "2019-01-14"),
    "izvestia2015-08-24": _news("Izvestia", "2015-08-24", container_title="Izvestiya"),
    "izvestia2019-01-16": _news("Izvestia", "2019-01-16", container_title="Izvestiya"),
    "ng2014-06-03": _news("Nezavisimaya Gazeta", "2014-06-03"),
    "ng2015-07-28": _news("Nezavisimaya Gazeta", "2015-07-28"),
    "yomiuri2015-09-30": _news("Yomiuri Shimbun", "2015-09-30", title="Postwar Order and the Islands"),
    "yomiuri2019-01-24": _news("Yomiuri Shimbun", "2019-01-24", title="北方領土 交渉の行方", container_title="読売新聞", language="ja"),
    "scmp2016-08-07": _news("South China Morning Post", "2016-08-07", author=("Zhen Liu",), title="Japan Protests Over Chinese Ships",
                            url="https://scmp.example/news/china/2000441"),
    "chinadaily2018-01-27": _news("China Daily", "2018-01-27", title="Polar Silk Road Open to All"),
    "aljazeera2018-09-11": _news("Al Jazeera", "2018-09-11", title="طريق الحرير القطبي يصل إلى أوروبا", container_title="الجزيرة", language="ar",
                                 url="https://aljazeera.example/news/2018/9/11/polar"),
    "nhk2016-08-08": _news("NHK", "2016-08-08", type="broadcast", title="Nine O’Clock News"),
    "diplomat2016-08-10": _news("The Diplomat", "2016-08-10", type="article-magazine", author=("Ankit Panda",), title="Why So Many Boats, Why Now?",
                                url="https://diplomat.example/2016/08/why-so-many-boats"),
    "diplomat2018-01-30": _news("The Diplomat", "2018-01-30", type="article-magazine", author=("Nengye Liu",), title="What Does China’s Arctic Paper Say?",
                                url="https://diplomat.example/2018/01/arctic-paper"),
    # official bodies
    "mid2015-07-23": _news("Ministry of Foreign Affairs of the Russian Federation", "2015-07-23", type="webpage", container_title="Mid.ru"),
    "mid2018-12-03": _news("Ministry of Foreign Affairs of the Russian Federation", "2018-12-03", type="webpage", container_title="MID",
                           url="https://mid.example/ru/foreign_policy/news/3428514"),
    "mid2019-01-14": _news("Ministry of Foreign Affairs of the Russian Federation", "2019-01-14", type="webpage", container_title="Mid.ru"),
    "mofa2019": _news("Ministry of Foreign Affairs of Japan", "2019", type="report", title="Diplomatic Bluebook 2019", publisher="Ministry of Foreign Affairs of Japan",
                      publisher_place="Tokyo", url="https://mofa.example/policy/other/bluebook/2019"),
    "jcg2017": _news("Japan Coast Guard", "2017-04", type="report", title="Annual Report on Territorial Waters", publisher="Japan Coast Guard",
                     publisher_place="Tokyo", number="29"),
    # the shelf
    "kistanov2015": {"type": "article-journal", "author": ("Valery Kistanov",), "title": "Russia and Japan: A Treaty Out of Reach", "container_title":
                     "Far Eastern Affairs", "volume": "43", "issue": "4", "issued": "2015", "page": "1-18", "source": "Far Eastern Affairs"},
    "petrov2013": {"type": "article-journal", "author": ("Leonid Petrov", "Anna Kireeva"), "title": "Quotas and Coasts", "container_title": "Far Eastern Affairs",
                   "volume": "41", "issue": "2", "issued": "2013-21", "page": "77-95", "source": "Far Eastern Affairs", "doi": "10.9999/fea.2013.0207"},
    "gabuev2016": {"type": "report", "author": ("Alexander Gabuev",), "title": "Friends with Benefits? Russian-Chinese Relations After the Ukraine Crisis",
                   "publisher": "Carnegie Moscow Center", "publisher_place": "Moscow", "issued": "2016-06", "source": "Carnegie Moscow Center",
                   "url": "https://carnegie.example/2016/06/29/friends-with-benefits"},
    "smolansky1997": {"type": "chapter", "author": ("Oles M. Smolansky",), "title": "Russia and the Asia-Pacific Region: Policies and Polemics",
                      "container_title": "Imperial Decline: Russia’s Changing Role in Asia", "editor": ("Stephen Blank", "Alvin Rubinstein"), "page": "7-39",
                      "publisher": "Duke University Press", "publisher_place": "Durham", "issued": "1997", "source": "Duke University Press"},
    "stephan1974": {"type": "book", "author": ("John J. Stephan",), "title": "The Kuril Islands: Russo-Japanese Frontier in the Pacific", "publisher":
                    "Clarendon Press", "publisher_place": "Oxford", "issued": "1974", "source": "Clarendon Press"},
    "manicom2014": {"type": "book", "author": ("James Manicom",), "title": "Bridging Troubled Waters: China, Japan, and Maritime Order", "publisher":
                    "Georgetown University Press", "publisher_place": "Washington", "issued": "2014", "source": "Georgetown University Press"},
    "shelf1998": {"type": "paper-conference", "title": "Joint Ventures on the Shelf", "event_title": "Sakhalin Oil and Gas Meeting", "event_place": "Yuzhno-Sakhalinsk",
                  "issued": "1998-09"},
}  # fmt: skip

# name, about, sentences (a blank line ends a paragraph), notes
ARTICLES: tuple[tuple[str, dict[str, str], str, str], ...] = (
    (
        "islands-set-aside.txt",
        {
            "type": "article-newspaper",
            "title": "Tokyo and Moscow Set the Islands Aside",
            "container_title": "Pacific Review Weekly",
            "issued": "2019-03-27",
        },
        """
By the end of 2018 the two leaders had agreed to speed up talks on the basis of the declaration of 1956 ({interfax2018-11-14|Interfax, November 14, 2018}; see also {mid2018-12-03|MID, December 3, 2018}).
A month later the defence ministry announced new barracks on the two largest islands ({tass2018-12-17|TASS, December 17, 2018}).
The foreign ministers met in Moscow in January and told the press of “considerable disagreements” ({mid2019-01-14|Mid.ru, January 14}; {kommersant2019-01-14|Kommersant}, {interfax2019-01-14|Interfax, January 14, 2019}).
One daily called the meeting a lesson in how not to begin ({izvestia2019-01-16|Izvestiya, January 16, 2019}).

When the prime minister came to the Kremlin a week later, fifty minutes became three hours, but no date was set ({interfax2019-01-22|Interfax}, {kyodo2019-01-22|Kyodo, January 22, 2019}; {jiji2019-01-23|Jiji Press, January 23, 2019}).
A Tokyo paper saw the government lower its hopes from four islands to two, and then to joint fish farms ({yomiuri2019-01-24|Yomiuri, January 24, 2019}).
Three in four Russians polled that month would give up none of them ({interfax2019-02-04|Interfax, February 4}).
On the day of the Northern Territories the usual word “illegal” was missing from the rally’s appeal ({kyodo2019-02-07|Kyodo, February 7}).
In March the president was quoted as saying that the talks had lost their tempo ({interfax2019-03-12|Interfax}, {tass2019-03-12|TASS, March 12}).
The ministry’s yearbook, out in spring, drops a sentence that had stood in it for years: that the islands belong to Japan ({mofa2019|Diplomatic Bluebook 2019}).

None of this is new to those who remember the 1990s, when a new tone was taken for a new policy ({smolansky1997|Oles M. Smolansky, “Russia and the Asia-Pacific Region,” Imperial Decline, 1997}).
The islands were always cheap to talk about and dear to give ({stephan1974|John J. Stephan, The Kuril Islands, 1974}).
For now both sides prefer a treaty that is always near ({interfax2019-01-22|Interfax, January 22, 2019}; {interfaxXXXX-03-04|Interfax, March 4}).
Even the joint projects agreed in 2016 are still being surveyed ({interfax2016-12-15|Interfax, December 15, 2016}; {tass2016-12-16|TASS, December 16, 2016}).
Photo: the harbour of Yuzhno-Kurilsk in winter ({|Source: TASS}).
""",
        "",
    ),
    (
        "pipe-and-price.md",
        {
            "type": "article-newspaper",
            "title": "Who Pays for the Power of Siberia?",
            "container_title": "Pacific Review Weekly",
            "issued": "2014-09-09",
        },
        """
After ten years of talks the contract was signed at four in the morning ({interfax2014-05-21|Interfax}, {tass2014-05-21|ITAR-TASS}, {xinhua2014-05-21|Xinhua, May 21, 2014}).
The price was called a commercial secret, and everybody worked it out within the hour ({reuters2014-05-21|Reuters, May 21, 2014}).
The evening before, officials had still spoken of a draft ({ria2014-05-20|RIA Novosti, May 20, 2014}).
Bankers reckoned that the field, the pipe and the plant would cost 55 billion dollars, of which 25 were to be paid in advance ({interfax2014-05-22|Interfax, May 22, 2014}; {kommersant2014-05-22|Kommersant.ru, May 22, 2014}).
The advance was not paid ({kommersant2014-09-02|Kommersant.ru, September 2, 2014}).

A tax holiday was granted in June for the whole life of the field ({interfax2014-06-02|Interfax, June 2, 2014}).
Critics asked what was left for the budget once the holiday had been subtracted ({ng2014-06-03|Nezavisimaya Gazeta, June 3, 2014}).
Work began on the first of September, with a weld that two politicians signed ({interfax2014-09-01|Interfax, September 1, 2014}).
Price formulas tied to oil looked safe that summer, and ceased to by winter ({kommersant2014-09-02|Kommersant.ru, September 2, 2014}; {interfax2014-06-02|Interfax, June 2, 2014}).
Chinese reports put the stress elsewhere: on volume, on clean air, on the second supplier ({xinhua2014-05-21|Xinhua, May 21, 2014}).
The line to the west, which Moscow preferred, was left for later ({interfax2014-05-22|Interfax, May 22, 2014}; {ria2014-05-20|RIA Novosti, May 20}).
A buyer with two pipes and a coast does not hurry ({ng2014-06-03|Nezavisimaya Gazeta}, {interfax2014-06-02|Interfax, June 2, 2014}).
The loan, when it came, came from elsewhere and was smaller ({interfax2014-09-01|Interfax, September 1}; {?|Vedomosti, September 3}).
""",
        "",
    ),
    (
        "boats-and-quotas.html",
        {
            "type": "article-journal",
            "title": "Boats, Coast Guards and Quotas",
            "container_title": "Journal of Northern Waters",
            "issued": "2017-06-15",
        },
        """
In the first week of August 2016 some two hundred and thirty boats came to the islands at once.^1
Fifteen ships of the coast guard came with them, which was the news.^2
Tokyo protested on each of four days, by telephone, by summons and by film.^3
The film was shown that evening on the nine o’clock news.^4
One writer listed five reasons for the number of boats, and thought the simplest the best: the ban on fishing had ended.^5
The yearly report counts the days on which ships entered the contiguous zone, and there the week is a small peak on a long slope.^6
Quotas are the quieter half of the story.^7
A ban on drift nets, announced by Moscow for 2016, closed the season for a small fleet from Hokkaido.^8
The ministry called the ban a matter of biology.^9
The fleet’s town called it a punishment for sanctions.^10
Researchers had described the mechanism two years before: what is granted each year can be withheld each year.^11
They counted eleven such cases.^12
The same reading fits the pots and lines of the south.^13
It fits the islands too, as an older study shows.^14
A treaty would end the yearly asking, and with it the yearly price.^15
Until then a quota is a sentence in a conversation about something else.^16
Whether the numbers of the summer of 2016 will be seen again is a question of weather, fuel and orders.^17
""",
        """
1. {ap2016-08-06|“Hundreds of Fishing Boats Swarm Near Disputed Islands,” Associated Press, August 6, 2016}.
2. {scmp2016-08-07|Liu Zhen, “Japan Protests Over Chinese Ships,” South China Morning Post, August 7, 2016, https://scmp.example/news/china/2000441}.
3. {scmp2016-08-07|Ibid.|ibid}; {kyodo2015-08-22|Kyodo, August 22, 2015}, tells of the earlier form.
4. {nhk2016-08-08|NHK, “Nine O’Clock News,” August 8, 2016}.
5. {diplomat2016-08-10|Ankit Panda, “Why So Many Boats, Why Now?” The Diplomat, August 10, 2016, https://diplomat.example/2016/08/why-so-many-boats}.
6. {jcg2017|Japan Coast Guard, Annual Report on Territorial Waters, no. 29 (Tokyo, 2017)}.
7. See {petrov2013|Leonid Petrov and Anna Kireeva, “Quotas and Coasts,” Far Eastern Affairs 41, no. 2 (Spring 2013): 77–95}, and {manicom2014|James Manicom, Bridging Troubled Waters (Washington: Georgetown University Press, 2014)}.
8. {ria2015-07-27|RIA Novosti, July 27, 2015}; {interfax2015-07-23|Interfax, July 23, 2015}; {jiji2015-07-24|Jiji Press, July 24, 2015}.
9. {mid2015-07-23|Mid.ru, July 23, 2015}.
10. {jiji2015-07-24|Jiji Press, July 24, 2015}; {ng2015-07-28|Nezavisimaya Gazeta, July 28, 2015}.
11. {petrov2013|Petrov and Kireeva, “Quotas and Coasts,” 81|short}.
12. {petrov2013|Ibid., 88|ibid}.
13. {manicom2014|Manicom, Bridging Troubled Waters, 112|short}; {petrov2013|Petrov and Kireeva, “Quotas and Coasts,” 90|short}.
14. {stephan1974|John J. Stephan, The Kuril Islands: Russo-Japanese Frontier in the Pacific (Oxford: Clarendon Press, 1974)}, 9; {kistanov2015|Valery Kistanov, “Russia and Japan: A Treaty Out of Reach,” Far Eastern Affairs 43, no. 4 (2015): 1–18}.
15. {kistanov2015|Kistanov, “A Treaty Out of Reach,” 14|short}; cf. {interfax2013-04-29|Interfax, April 29, 2013}.
16. {kistanov2015|Ibid.|ibid}.
17. {jcg2017|Annual Report on Territorial Waters, 41|short}; {?|Sato, Waves|short}.
""",
    ),
    (
        "visit-in-august.txt",
        {"type": "article-newspaper", "title": "A Visit in August", "container_title": "Pacific Review Weekly", "issued": "2015-10-06"},
        """
The prime minister landed on the largest island on a Saturday ({interfax2015-08-22|Interfax}, {kyodo2015-08-22|Kyodo, August 22, 2015}).
He spoke of roads, hospitals and a programme of seventy billion roubles ({interfax2015-08-22|Interfax, August 22, 2015}).
Tokyo summoned the ambassador the same afternoon ({kyodo2015-08-22|Kyodo, August 22, 2015}).
A deputy advised the neighbours to think of tradition, and was asked by his own side to be quiet ({izvestia2015-08-24|Izvestiya, August 24, 2015}).
In September the trade delegations met at the new forum in Vladivostok as if nothing had happened ({tass2015-09-03|TASS, September 3, 2015}).
A leading article asked what the postwar order was meant to mean ({yomiuri2015-09-30|“Postwar Order and the Islands,” Yomiuri Shimbun, September 30, 2015}).

The visit of 2012 had been shorter and was answered longer ({interfax2012-01-26|Interfax, January 26, 2012}; {kyodo2012-01-27|KyodoNews, January 27, 2012}, {kyodo2012-01-28|28}; {jiji2012-01-28|Jiji Press, January 28, 2012}).
In 2013 the two sides had promised each other a new start ({interfax2013-04-29|Interfax, April 29, 2013}).
Two years on, the start is where it was ({interfax2015-08-22|Interfax, August 22}; {kistanov2015|Kistanov 2015, 12|short}).
A report from Moscow drew the line further: who turns east because the west is closed has little to ask for ({gabuev2016|Gabuev 2016, 4|short}).
The drift-net ban of July was of a piece with it ({interfax2015-07-23|Interfax, July 23, 2015}; {mid2015-07-23|Mid.ru, July 23, 2015}).
""",
        "",
    ),
    (
        "arctic-from-abroad.md",
        {
            "type": "article-magazine",
            "title": "The Arctic, Read from Abroad",
            "container_title": "Pacific Review Weekly",
            "issued": "2018-10-02",
        },
        """
In January 2018 China published its first white paper on the Arctic ({xinhua2018-01-26|新华社, January 26, 2018}; {chinadaily2018-01-27|China Daily, January 27, 2018}).
The paper calls the country 近北极国家, “a near-Arctic state,” a word that geographers do not use ({xinhua2018-01-26|新华社, January 26, 2018}).
Lawyers noticed how often it names the law of the sea ({diplomat2018-01-30|Nengye Liu, “What Does China’s Arctic Paper Say?” The Diplomat, January 30, 2018}).
A northern road had been drawn into the Belt and Road the summer before ({xinhua2017-06-20|Xinhua, June 20, 2017}).
The first tanker with gas for the east left in July without an icebreaker ({reuters2018-07-19|Reuters, July 19, 2018}; {ria2018-07-19|RIA Novosti, July 19, 2018}).
An Arabic report from September, «سفينة الحاويات الأولى تعبر القطب الشمالي», counts days saved and names no price ({aljazeera2018-09-11|الجزيرة, September 11 [Arabic]}).
Moscow’s own papers read the paper as praise ({interfax2018-11-14|Interfax, November 14, 2018}).
The shelf was to have been shared once before ({shelf1998|“Joint Ventures on the Shelf,” Sakhalin Oil and Gas Meeting, 1998}).
What is said of friendship should be read with the price list beside it ({gabuev2016|Alexander Gabuev, Friends with Benefits? (Moscow: Carnegie Moscow Center, 2016)}).
Tokyo, which has its own Arctic ambassador, is quoted by none of them ({mofa2019|Diplomatic Bluebook 2019}).
""",
        "",
    ),
)

# (document, printed): citations that were read with low confidence
LOW = {(0, "Diplomatic Bluebook 2019"), (1, "Vedomosti, September 3"), (3, "28"), (4, "Interfax, November 14, 2018")}

# document, code, severity, message, printed, ground, fix
FINDINGS = (
    (2, "short-form-unresolved", "error", "No work cited in full fits this short form.", "Sato, Waves", "no author Sato and no title with “Waves” in this text", ""),
    (0, "year-unknown", "warning", "The year of this date cannot be told.", "Interfax, March 4",
     "3 March to 27 March 2019 and 2018 are both possible", "Interfax, March 4, 2019"),
    (1, "work-unknown", "warning", "This looks like a citation, but no work could be made of it.", "Vedomosti, September 3", "", ""),
    (4, "date-after-text", "warning", "The cited work is later than the text that cites it.", "Interfax, November 14, 2018", "the text is of 2 October 2018", ""),
    (4, "date-after-text", "warning", "The cited work is later than the text that cites it.", "Diplomatic Bluebook 2019", "the text is of 2 October 2018", ""),
    (3, "date-after-text", "warning", "The cited work is later than the text that cites it.", "Gabuev 2016, 4", "the text is of 6 October 2015", ""),
    (1, "year-omitted", "note", "The year is left out here and given elsewhere.", "RIA Novosti, May 20", "", "RIA Novosti, May 20, 2014"),
    (1, "outlet-name", "note", "The outlet is named in two ways.", "ITAR-TASS", "TASS since 1 September 2014", ""),
    (2, "access-date-missing", "note", "An address without a date of access.", "https://scmp.example/news/china/2000441", "", ""),
)  # fmt: skip

# url, verdict, status, reason, moved to
LINKS = (
    ("https://tass.example/politics/1036203", "alive", 200, "", ""),
    ("https://ria.example/20150727/1150043523.html", "moved", 200, "", "https://ria.example/2015/07/27/drift-nets.html"),
    ("https://ria.example/20180719/arctic.html", "dead", 404, "not found", ""),
    ("https://xinhua.example/english/2017-06/20/c_136380414.htm", "dead", None, "the host has no address", ""),
    ("https://xinhua.example/2018-01/26/c_1122320088.htm", "alive", 200, "", ""),
    ("https://reuters.example/article/china-russia-gas-idUSBREA4K07K20140521", "restricted", 401, "asks for a subscription", ""),
    ("https://kommersant.example/doc/2557441", "alive", 200, "", ""),
    ("https://scmp.example/news/china/2000441", "alive", 200, "", ""),
    ("https://diplomat.example/2016/08/why-so-many-boats", "alive", 200, "", ""),
    ("https://diplomat.example/2018/01/arctic-paper", "alive", 200, "", ""),
    ("https://mid.example/ru/foreign_policy/news/3428514", "refused", 403, "the host refuses programs", ""),
    ("https://carnegie.example/2016/06/29/friends-with-benefits", "unknown", None, "no answer in time", ""),
)
