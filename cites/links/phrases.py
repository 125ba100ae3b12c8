"""Words by which pages give themselves away, by language. Titles and texts are compared in lower case, without end punctuation."""

from __future__ import annotations

# A title, or one part of it ("Page not found | The Journal"), or a first heading, that is one of these and nothing else.
NOT_FOUND_TITLES = frozenset((
    # English
    "page not found", "not found", "404 not found", "404 page not found", "error 404", "404 error", "file not found", "error 404 not found",
    "404 file or directory not found", "article not found", "document not found", "content not found", "page cannot be found",
    "the page cannot be found", "this page could not be found", "page does not exist", "page no longer exists", "page unavailable",
    "we can't find that page", "sorry, page not found", "oops! that page can't be found", "nothing found", "page missing",
    # French
    "page introuvable", "page non trouvée", "article introuvable", "erreur 404", "cette page n'existe pas", "page inexistante",
    # German
    "seite nicht gefunden", "seite wurde nicht gefunden", "die seite wurde nicht gefunden", "nicht gefunden", "fehler 404",
    "artikel nicht gefunden", "seite nicht vorhanden",
    # Spanish, Portuguese, Italian
    "página no encontrada", "pagina no encontrada", "no encontrado", "la página no existe", "página no existe",
    "página não encontrada", "não encontrado", "página não existe", "erro 404",
    "pagina non trovata", "non trovato", "la pagina non esiste", "errore 404",
    # Russian, Ukrainian, Polish
    "страница не найдена", "не найдено", "ошибка 404", "404 ошибка", "такой страницы не существует", "страница не существует",
    "материал не найден", "статья не найдена", "сторінку не знайдено", "сторінка не знайдена", "помилка 404",
    "nie znaleziono strony", "strona nie istnieje", "nie znaleziono", "strona nie została znaleziona", "błąd 404",
    # Turkish, Arabic, Persian
    "sayfa bulunamadı", "hata 404", "الصفحة غير موجودة", "لم يتم العثور على الصفحة", "خطأ 404", "صفحه یافت نشد", "صفحه مورد نظر یافت نشد",
    # Japanese, Chinese, Korean
    "ページが見つかりません", "お探しのページは見つかりません", "お探しのページは見つかりませんでした", "ページが見つかりませんでした",
    "ページは見つかりませんでした", "指定されたページは存在しません",
    "页面不存在", "页面未找到", "找不到页面", "网页不存在", "404错误", "您访问的页面不存在",
    "頁面不存在", "找不到頁面", "找不到網頁", "網頁不存在",
    "페이지를 찾을 수 없습니다", "요청하신 페이지를 찾을 수 없습니다", "존재하지 않는 페이지입니다",
))  # fmt: skip

# Said somewhere on a very short page (see judge.SHORT): a template with one line of apology. Each names the page or the article:
# "no longer available" alone may be the news itself.
NOT_FOUND_LINES = (
    "page could not be found", "page cannot be found", "page can't be found", "page was not found", "page you requested",
    "page you are looking for", "page you were looking for", "page is no longer available", "article is no longer available",
    "story is no longer available", "content is no longer available", "document is no longer available", "page has been removed",
    "article has been removed", "article you requested", "page does not exist", "page no longer exists", "404 not found",
    "page n'existe pas", "page n'existe plus", "page demandée", "page que vous cherchez", "page n'est plus disponible",
    "article n'est plus disponible", "article n'existe plus",
    "seite wurde nicht gefunden", "seite existiert nicht", "seite ist nicht mehr verfügbar", "artikel ist nicht mehr verfügbar",
    "angeforderte seite", "gewünschte seite",
    "página no existe", "página solicitada", "página que busca", "página ya no está disponible", "artículo ya no está disponible",
    "página não existe", "página solicitada", "página que procura", "página já não está disponível", "artigo não está mais disponível",
    "página não está mais disponível", "artigo já não está disponível",
    "pagina non esiste", "pagina richiesta", "pagina non è più disponibile", "articolo non è più disponibile",
    "страница не найдена", "страница не существует", "страницы не существует", "запрашиваемая страница", "запрошенная страница",
    "страница удалена", "материал удалён", "материал удален", "материал больше недоступен", "статья больше недоступна",
    "страница больше недоступна", "сторінку не знайдено", "сторінка не існує", "сторінка більше не доступна",
    "strona nie istnieje", "strona nie została znaleziona", "artykuł nie jest już dostępny",
    "sayfa bulunamadı", "aradığınız sayfa", "sayfa artık mevcut değil",
    "الصفحة غير موجودة", "الصفحة المطلوبة", "الصفحة التي تبحث", "المقال لم يعد متاح", "صفحه یافت نشد", "صفحه مورد نظر",
    "ページが見つかりません", "ページは見つかりません", "ページは存在しません", "ページは削除", "記事は削除", "記事は掲載を終了",
    "ページは公開を終了", "記事は公開を終了", "お探しのページ", "お探しの記事",
    "页面不存在", "找不到页面", "页面已被删除", "文章已被删除", "页面已删除", "文章已删除", "您访问的页面",
    "頁面不存在", "找不到頁面", "頁面已被刪除",
    "페이지를 찾을 수 없습니다", "존재하지 않는 페이지", "요청하신 페이지", "삭제된 기사", "삭제된 페이지",
)  # fmt: skip

# In the title or the first heading of a short page: the name is for sale, or nobody paid for it.
PARKED = (
    "domain for sale", "domain is for sale", "domain may be for sale", "domain name is for sale", "domain name for sale", "buy this domain",
    "domain parked", "parked domain", "domain is parked", "domain has expired", "domain expired", "parked free", "account suspended",
    "domaine à vendre", "domaine est à vendre", "domain steht zum verkauf", "domain zu verkaufen", "dominio en venta",
    "dominio está en venta",
    "domínio à venda", "dominio in vendita", "домен продается", "домен продаётся", "срок регистрации домена", "domena na sprzedaż",
    "satılık alan adı", "このドメインは", "域名出售", "域名转让", "域名已过期", "도메인 판매",
)  # fmt: skip
PARKING_SITES = frozenset((  # a link that ends here has lost its domain
    "afternic.com", "bodis.com", "dan.com", "domainmarket.com", "hugedomains.com", "parkingcrew.net", "sedo.com", "sedoparking.com",
))  # fmt: skip

# The title of a wall that lets browsers through and programs not.
WALL_TITLES = frozenset((
    "just a moment", "attention required!", "attention required! | cloudflare", "access denied", "are you a robot?", "robot check",
    "pardon our interruption", "ddos-guard", "security check", "one moment, please", "checking your browser", "human verification",
    "verify you are human", "bot verification", "доступ ограничен", "вы не робот?",
))  # fmt: skip
WALL_LINES = (  # in the text of an answer that is an error by its status
    "enable javascript and cookies", "verify you are human", "verifying you are human", "checking your browser", "are not a robot",
    "unusual traffic", "complete the captcha", "solve the captcha",
)  # fmt: skip

# Path segments: a path of nothing but these is a front page or the front page of a section.
FRONT = frozenset((
    "", "home", "homepage", "index", "main", "default", "start", "news", "articles", "stories", "archive", "archives", "latest", "blog",
    "en", "eng", "english", "us", "uk", "int", "intl", "world", "fr", "de", "es", "pt", "it", "ru", "rus", "uk-ua", "pl", "tr", "ar", "fa",
    "ja", "jp", "zh", "cn", "ko", "kr", "en-us", "en-gb",
))  # fmt: skip
ERROR_PAGES = frozenset(("404", "error", "error404", "404error", "not-found", "notfound", "not_found", "page-not-found", "pagenotfound"))
LOGIN = frozenset((
    "login", "log-in", "log_in", "signin", "sign-in", "sign_in", "auth", "sso", "logon", "authenticate", "anmelden", "connexion", "accedi",
))  # fmt: skip
RESOLVERS = frozenset((  # their addresses name a work in their own way, and may well lead to a site's front page
    "bit.ly", "buff.ly", "doi.org", "dx.doi.org", "goo.gl", "hdl.handle.net", "is.gd", "lnkd.in", "n2t.net", "ow.ly", "purl.org", "t.co",
    "tinyurl.com", "w3id.org",
))  # fmt: skip
