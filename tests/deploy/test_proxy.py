"""The app behind the very configuration of the proxy that is delivered, in a real nginx."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.settings import Settings
from tests.deploy.checking import DEPLOY
from tests.support.databases import cannot
from tests.support.mail_server import free_port
from tests.support.running import NOWHERE, Running, listening
from tests.support.waiting import eventually

NAME = "woningscan.example.nl"
CANARY = "kanariepad"


def certificate(folder: Path) -> None:
    """One for NAME, valid today, with its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "privkey.pem").write_bytes(private)
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))


class Front:
    """Where the proxy listens, with TLS and without, and its log."""

    def __init__(self, secure: int, plain: int, log: Path) -> None:
        self.secure, self.plain, self.log = secure, plain, log

    def client(self) -> httpx.Client:
        trusting = ssl._create_unverified_context()
        headers = {"host": NAME}
        return httpx.Client(base_url=f"https://127.0.0.1:{self.secure}", verify=trusting, headers=headers, timeout=60)


@contextmanager
def in_front_of(app: str, folder: Path) -> Iterator[Front]:
    """The proxy as it is delivered, before the app at this address."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin")
    if nginx is None:
        cannot("no nginx (Debian: nginx-light)")
    certificate(folder)
    plain, secure, log = free_port(), free_port(), folder / "log"
    text = (DEPLOY / "proxy" / "nginx.conf").read_text(encoding="utf-8")
    here = {
        "/etc/nginx/tls": str(folder),
        "/etc/nginx/pages": str(DEPLOY / "proxy"),
        "/dev/stderr": str(log),
        "/tmp/nginx": str(folder / "nginx"),
        "server app:8080;": f"server {app.removeprefix('http://')};",
        "listen 8080;": f"listen 127.0.0.1:{plain};",
        "listen 8443 ssl;": f"listen 127.0.0.1:{secure} ssl;",
        "    listen [::]:8080;\n": "",
        "    listen [::]:8443 ssl;\n": "",
    }
    for was, becomes in here.items():
        assert was in text, was
        text = text.replace(was, becomes)
    file = folder / "nginx.conf"
    file.write_text(f"user root;\n{text}", encoding="utf-8")
    checked = subprocess.run([nginx, "-t", "-c", str(file)], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen([nginx, "-c", str(file), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    made = Front(secure, plain, log)

    def answers() -> bool:
        try:
            return made.client().get("/gezond").status_code in (200, 502)
        except httpx.HTTPError:
            return False

    eventually(answers)
    yield made
    process.terminate()
    process.wait(30)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("app"), public_url=f"https://{NAME}", **NOWHERE)
    with listening(settings, proxy_headers=True, forwarded_allow_ips="127.0.0.1") as opened:
        yield opened


@pytest.fixture(scope="module")
def front(running: Running, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    with in_front_of(running.url, tmp_path_factory.mktemp("proxy")) as opened:
        yield opened


def test_a_conversation_goes_through_it(front: Front) -> None:
    with front.client() as client:
        opened = client.post("/api/v1/conversations", json={})
        assert opened.status_code == 201
        headers = {"authorization": f"Bearer {opened.json()['conversation']}"}
        sent = {"message_id": "m-1", "text": "er staat nu iemand met een mes in mijn huis"}
        answer = client.post("/api/v1/messages", json=sent, headers=headers)
        assert answer.json()["replies"][0]["id"] == "threat.route.acuut"


def test_it_adds_hsts_and_widens_no_policy(running: Running, front: Front) -> None:
    behind = httpx.get(f"{running.url}/zelfscan", headers={"host": NAME}).headers
    through = front.client().get("/zelfscan").headers
    assert int(through["strict-transport-security"].partition("=")[2]) >= 31536000
    for name in ("content-security-policy", "referrer-policy", "x-content-type-options", "cross-origin-opener-policy"):
        assert through.get_list(name) == behind.get_list(name) and through[name]
    assert "nginx/" not in through.get("server", "")


def test_plain_http_is_led_to_https(front: Front) -> None:
    led = httpx.get(f"http://127.0.0.1:{front.plain}/zelfscan", headers={"host": NAME})
    assert led.status_code == 308 and led.headers["location"] == f"https://{NAME}/zelfscan"


def test_readiness_and_metrics_are_not_for_visitors(front: Front) -> None:
    with front.client() as client:
        assert client.get("/gereed").status_code == 404
        assert client.get("/metrics").status_code == 404
        assert client.get("/gezond").status_code == 200


def test_another_name_is_refused_by_the_app(front: Front) -> None:
    assert front.client().get("/zelfscan", headers={"host": "evil.example.org"}).status_code == 400


def test_a_visitor_cannot_say_who_he_is(running: Running, front: Front, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    limits = running.app.state.services.limits
    allowed = limits.opening_allowed

    async def noted(client: str) -> bool:
        seen.append(client)
        return bool(await allowed(client))

    monkeypatch.setattr(limits, "opening_allowed", noted)
    with front.client() as client:
        client.post("/api/v1/conversations", json={}, headers={"x-forwarded-for": "203.0.113.9"})
    assert seen == ["127.0.0.1"]


def test_no_visit_is_in_its_log(front: Front) -> None:
    with front.client() as client:
        client.get(f"/rapport/{CANARY}")
        client.get(f"/{CANARY}/%zz")
        client.post("/api/v1/messages", content=b"x" * 2_000_000)
    assert not front.log.exists() or front.log.read_text(encoding="utf-8") == ""


def test_who_asks_what_it_does_not_pass_on_gets_the_number(front: Front) -> None:
    with front.client() as client:
        refused = client.post("/api/v1/messages", content=b"x" * 2_000_000)
    assert refused.status_code == 413 and "tel:112" in refused.text and "nginx" not in refused.text


def test_with_the_app_away_everybody_gets_the_numbers(tmp_path: Path) -> None:
    with in_front_of(f"http://127.0.0.1:{free_port()}", tmp_path) as front, front.client() as client:
        page, told = client.get("/zelfscan"), client.post("/api/v1/conversations", json={})
    assert page.status_code == told.status_code == 502
    assert page.headers["content-type"].startswith("text/html") and "tel:112" in page.text
    assert "112" in told.json()["melding"]
    assert (
        page.headers["cache-control"] == "no-store" and "default-src 'none'" in page.headers["content-security-policy"]
    )
    assert "nginx" not in page.text
