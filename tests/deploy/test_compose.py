"""deploy/compose.yml is by the specification, and confines every part as the documents say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.settings import Settings
from tests.deploy.checking import DEPLOY, compose, ran

SERVICES: dict[str, dict[str, Any]] = compose()["services"]
READ = "import json, sys; from compose_spec import PyCompose; PyCompose.from_yaml(sys.stdin.read())"


def test_it_is_read_by_the_specification() -> None:
    text = json.dumps(compose())
    assert ran("python", "-c", READ, given=text).returncode == 0
    broken = ran("python", "-c", READ, given=text.replace('"read_only"', '"read_onli"'))
    assert broken.returncode != 0, "a word that is none must be seen"


def test_the_yaml_is_clean() -> None:
    rules = "{extends: relaxed, rules: {line-length: disable, key-duplicates: enable}}"
    done = ran("yamllint", "--strict", "-d", rules, DEPLOY)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", SERVICES)
def test_every_part_is_confined(name: str) -> None:
    service = SERVICES[name]
    user, _, group = service["user"].partition(":")
    assert int(user) > 0 and int(group) > 0
    assert service["read_only"] is True and service["cap_drop"] == ["ALL"] and "cap_add" not in service
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["pids_limit"] and service["mem_limit"] and service["cpus"]
    assert not service.get("privileged") and "docker.sock" not in json.dumps(service)


def test_only_the_proxy_can_be_reached() -> None:
    assert [name for name, service in SERVICES.items() if service.get("ports")] == ["proxy"]


def test_the_engine_has_no_network_no_data_and_no_secret_but_its_token() -> None:
    engine = SERVICES["engine"]
    assert engine["network_mode"] == "none" and "networks" not in engine and "secrets" not in engine
    assert engine["env_file"] == ["./engine.env"]
    named = (DEPLOY / "engine.env.example").read_text(encoding="utf-8")
    assert [line for line in named.splitlines() if "=" in line and line[0] != "#"] == [
        "WONINGSCAN_ENGINE_TOKEN=<token>"
    ]
    assert engine["volumes"] == ["engine-socket:/run/woningscan-engine"]


def test_database_and_backup_have_no_way_out() -> None:
    networks = compose()["networks"]
    for name in ("database", "backup"):
        assert [network for network in SERVICES[name]["networks"] if not networks[network].get("internal")] == []


def test_app_and_engine_meet_at_the_socket_as_two_users_with_one_group() -> None:
    app, engine = SERVICES["app"], SERVICES["engine"]
    user, group = engine["user"].split(":")
    assert app["user"].split(":")[0] != user and app["group_add"] == [group]
    options = compose()["volumes"]["engine-socket"]["driver_opts"]["o"]
    assert f"uid={user},gid={group},mode=0750" in options
    assert app["environment"]["WONINGSCAN_ENGINE_URL"] == "unix:/run/woningscan-engine/engine.sock"


def test_only_the_proxy_is_believed_about_whom_a_visitor_is() -> None:
    assert (
        SERVICES["app"]["environment"]["FORWARDED_ALLOW_IPS"] == SERVICES["proxy"]["networks"]["front"]["ipv4_address"]
    )


def test_every_setting_of_the_examples_is_one_of_the_app() -> None:
    known = {f"WONINGSCAN_{name.upper()}" for name in Settings.model_fields}
    named = [
        line.lstrip("# ").partition("=")[0]
        for example in ("app.env.example", "engine.env.example")
        for line in (DEPLOY / example).read_text(encoding="utf-8").splitlines()
        if line.startswith("WONINGSCAN_")
    ]
    assert named and set(named) <= known
    assert {name for name in SERVICES["app"]["environment"] if name.startswith("WONINGSCAN_")} <= known
