"""People at their browsers, and what the browsers complain of or ask elsewhere."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from tools.browser.screen import Screen

DESK = (1440, 900)
TABLET = (1024, 768)
PHONE = (390, 844)

NEXT_TO = ("127.0.0.1",)
LOST_LINK = "ERR_CONNECTION_REFUSED"


class People:
    """Makes browser contexts, each a person, and listens to all of them."""

    def __init__(self, browser: Browser, contexts: list[BrowserContext]) -> None:
        self._browser = browser
        self._contexts = contexts
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self._forgiven: list[str] = []

    def sit(
        self,
        address: str,
        size: tuple[int, int] = DESK,
        *,
        touch: bool = False,
        theme: str = "dark",
    ) -> Screen:
        """Somebody opens the start page in a fresh browser of this size."""
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            has_touch=touch,
            is_mobile=touch,
            reduced_motion="reduce",
        )
        self._contexts.append(context)
        if theme == "light":
            context.add_init_script("localStorage.setItem('warmzone.theme', 'light')")
        page = context.new_page()
        self._listen(page)
        page.goto(address)
        return Screen(page)

    def forgive(self, text: str) -> None:
        """A complaint with this text is expected here."""
        self._forgiven.append(text)

    def noise(self) -> list[str]:
        """Requests to anywhere but this machine, and complaints that nobody expected."""
        strayed = [url for url in self.asked if not _stays(url)]
        loud = [one for one in self.complaints if not any(part in one for part in self._forgiven)]
        return strayed + loud

    def _listen(self, page: Page) -> None:
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")


def _stays(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob") or parts.hostname in NEXT_TO
