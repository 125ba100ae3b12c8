"""Cited titles and what pages call themselves; notices in words that nobody listed."""

from __future__ import annotations

import pytest

from cites.links.fingerprint import fingerprint, resemblance
from cites.links.phrases import is_notice, language_of, parts, plain, says_for_sale, says_gone, says_login, says_wall
from cites.links.titles import OTHER, SAME, are_comparable, likeness, stands_in


@pytest.mark.parametrize(
    ("cited", "shown"),
    [
        ("Abe Quandary", "Abe Quandary | Kyodo News"),
        ("Talks resume: what comes next for the islands", "Talks Resume"),
        ("The U.S.–Japan “Pivot”", "The US-Japan 'Pivot' - Analysis"),
        ("Gorbachov and the Kuril islands", "Gorbachev and the Kuril Islands"),
        ("Экономика Курил: итоги года", "ЭКОНОМИКА КУРИЛ: ИТОГИ ГОДА — Коммерсантъ"),
        ("日ロ首脳会談、平和条約で溝", "日ロ首脳会談、平和条約で溝：朝日新聞デジタル"),
        ("Über die Grenzen des Wachstums", "Uber die Grenzen des Wachstums"),
        ("Ministers agree on fishing rights in the north", "Ministers agree fishing rights in north"),
    ],
)
def test_one_title_printed_in_two_ways(cited: str, shown: str) -> None:
    assert likeness(cited, shown) >= SAME


@pytest.mark.parametrize(
    ("cited", "shown"),
    [
        ("Abe Quandary", "Domain for sale"),
        ("Talks resume in Tokyo", "Grain exports reach a record"),
        ("Treaty island harbour energy 412", "Energy harbour visa summit 903"),
        ("日ロ首脳会談、平和条約で溝", "小麦の輸出が過去最高"),
        ("Ukraine", "News about Ukraine and the world today, every day"),
        ("", "Talks"),
    ],
)
def test_two_titles(cited: str, shown: str) -> None:
    assert likeness(cited, shown) < OTHER


def test_titles_in_two_languages_are_not_compared() -> None:
    assert not are_comparable("Talks on the Kurils", "Переговоры о Курилах")
    assert not are_comparable("The end of the talks in the capital", "Das Ende der Gespräche in der Stadt")
    assert not are_comparable("The end of the talks in the capital", "Verhandlungsende", "de-DE")
    assert are_comparable("Kuril talks", "Verhandlungsende", "")
    assert (language_of("La fin des négociations dans la capitale"), language_of("Kuril 2012")) == ("fr", "")


def test_a_title_in_a_text_says_enough_to_be_known_by() -> None:
    assert stands_in("Talks resume in Tokyo", "By Ann Author. Talks Resume, in Tokyo! It rained.")
    assert not stands_in("Talks resume in Tokyo", "Talks resume in Osaka")
    assert not stands_in("Japan", "Japan and Russia talk")


@pytest.mark.parametrize(
    "sentence",
    [
        "The story you came for has been taken down by our editors", "We could not find the article that you asked for",
        "Leider ist der gesuchte Artikel nicht mehr abrufbar", "Nous n'avons pas trouvé la page demandée",
        "La noticia que buscas ya no está disponible en este sitio", "Запрошенный вами материал не существует или удалён",
        "要訪問的網頁找不到了", "您要查看的文章已被删除", "お探しの記事は削除された可能性があります", "الصفحة التي طلبتها غير موجودة",
        "Aradığınız sayfa kaldırılmış olabilir", "Artykuł, którego szukasz, został usunięty", "Сторінку, яку ви шукаєте, видалено",
        "L'articolo cercato non è più disponibile", "A página que procura não foi encontrada", "요청하신 기사를 찾을 수 없습니다",
        "صفحه مورد نظر شما یافت نشد", "De pagina die u zoekt bestaat niet meer",
    ],
)  # fmt: skip
def test_notices_in_many_languages(sentence: str) -> None:
    assert says_gone(plain(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The delegations met again in the autumn",
        "Переговоры прошли осенью",
        "代表团在秋天再次会面",
        "Die Gespräche wurden fortgesetzt",
        "Weapons were found",
    ],
)
def test_what_is_no_notice(sentence: str) -> None:
    assert not says_gone(plain(sentence))


def test_other_signs() -> None:
    assert any(map(is_notice, parts("404 — Not Found | The Journal")))
    assert not is_notice("peugeot 404")
    assert says_for_sale(plain("Diese Domain steht zum Verkauf!"))
    assert not says_for_sale(plain("The grain for sale was Russian"))
    assert says_login(plain("Войти на сайт")) and says_wall(plain("Verifying you are human…"))


def test_fingerprints_tell_texts_apart() -> None:
    text = "The delegations met again in the autumn, and both sides described the talks as frank. " * 3
    other = "Grain exports reached a record in the spring, said the ministry, which had expected less of the harvest."
    assert resemblance(fingerprint(text), fingerprint(text + "Three comments.")) > 0.8
    assert resemblance(fingerprint(text), fingerprint(other)) == 0
    assert fingerprint("two words") == ()
