"""Checks Containerfile and compose.yaml. Prints a line for each check; exits with 1 when one fails."""

import json
import pathlib
import re
import sys

import yaml

here = pathlib.Path(sys.argv[1])
root = here.parent
failures = 0


def check(what, holds):
    global failures
    print(("ok    " if holds else "FAIL  ") + what)
    failures += not holds


# ------------------------------------------------------------------------------------------------------ Containerfile

INSTRUCTIONS = set(
    "FROM RUN CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG STOPSIGNAL HEALTHCHECK SHELL".split()
)


def instructions(path):
    """The (name, arguments) of a container file, with continued lines joined and comments left out."""
    lines = [line for line in path.read_text().splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n", " ", "\n".join(lines))
    return [tuple(re.split(r"\s+", line.strip(), maxsplit=1)) for line in joined.splitlines() if line.strip()]


def check_containerfile():
    file = instructions(here / "Containerfile")
    names = [entry[0] for entry in file]
    unknown = set(names) - INSTRUCTIONS
    check(f"Containerfile: every instruction is known {sorted(unknown) or ''}", not unknown)

    stages = [index for index, name in enumerate(names) if name == "FROM"]
    named = {m.group(1) for m in (re.search(r"\bAS\s+(\S+)", file[i][1]) for i in stages) if m}
    images = [file[i][1].split()[0] for i in stages]
    check("Containerfile: every base image has a version", all(re.search(r":(?!latest)[\w.-]+$", i) for i in images))

    last = file[stages[-1] :]
    by_name = {}
    for name, *arguments in last:
        by_name.setdefault(name, []).append(arguments[0] if arguments else "")
    user = by_name.get("USER", [""])[-1]
    check("Containerfile: the last stage runs as a numbered user that is not root", bool(re.fullmatch(r"[1-9]\d*(:\d+)?", user)))
    check(
        "Containerfile: nothing is installed after the user was switched",
        not any(n == "RUN" for n, *_ in last[[n for n, *_ in last].index("USER") :]),
    )
    entry = by_name.get("ENTRYPOINT", [""])[-1]
    check("Containerfile: the entry point is in exec form, so that signals arrive", is_json_list(entry))
    health = by_name.get("HEALTHCHECK", [""])[-1]
    check(
        "Containerfile: it has a health check in exec form",
        "CMD" in health and is_json_list(health.split("CMD", 1)[1].strip()),
    )
    check("Containerfile: no ADD, no sudo, no secret in ENV", "ADD" not in names and not re.search(
        r"sudo|PASSWORD=|TOKEN=|SECRET=", (here / "Containerfile").read_text()))
    workdirs = by_name.get("WORKDIR", [])
    check("Containerfile: working folders are absolute", all(w.startswith("/") for w in workdirs))

    froms = [m for m in (re.search(r"--from=(\S+)", a[0]) for n, *a in file if n == "COPY") if m]
    check("Containerfile: COPY --from names a stage", all(m.group(1) in named for m in froms))
    sources = [
        part
        for name, *arguments in file[: stages[-1]]
        if name == "COPY" and "--from" not in arguments[0]
        for part in arguments[0].split()[:-1]
    ]
    missing = [source for source in sources if not (root / source).exists()]
    check(f"Containerfile: what it copies exists {missing or ''}", bool(sources) and not missing)
    modules = re.findall(r"<module>(.*?)</module>", (root / "pom.xml").read_text())
    check("Containerfile: every module of the build is copied", set(modules) <= set(sources))

    layers = [a[0].split()[-1] for n, *a in last if n == "COPY"]
    check("Containerfile: libraries come before the application", layers == ["lib/", "./", "quarkus/", "app/"])
    built = root / "broker/target/quarkus-app"
    if built.is_dir():
        parts = {p.name + "/" for p in built.iterdir() if p.is_dir()}
        check("Containerfile: all that the build made is copied", parts <= set(layers))
    ignored = (root / ".dockerignore").read_text().split("\n")
    check(".dockerignore: leaves out data and build results", {"**/target", "data", ".git"} <= set(ignored))


def is_json_list(text):
    try:
        return isinstance(json.loads(text), list)
    except ValueError:
        return False


# -------------------------------------------------------------------------------------------------------- compose.yaml

SERVICE_KEYS = set(
    "image build restart depends_on environment ports networks volumes healthcheck security_opt read_only tmpfs cap_drop "
    "stop_grace_period command user".split()
)


def check_compose():
    text = (here / "compose.yaml").read_text()
    compose = yaml.safe_load(text)
    check("compose.yaml: top level", set(compose) <= {"name", "services", "networks", "volumes", "secrets", "configs"})
    services = compose["services"]
    for name, service in services.items():
        unknown = set(service) - SERVICE_KEYS
        check(f"compose.yaml: {name} has known keys only {sorted(unknown) or ''}", not unknown)
        check(f"compose.yaml: {name} has an image or a build", "image" in service or "build" in service)
        networks = service.get("networks", [])
        check(f"compose.yaml: {name} uses declared networks", all(n in compose.get("networks", {}) for n in networks))
        mounted = [v.split(":")[0] for v in service.get("volumes", [])]
        check(
            f"compose.yaml: {name} uses declared volumes",
            all(v.startswith((".", "/")) or v in compose.get("volumes", {}) for v in mounted),
        )
        for other, condition in service.get("depends_on", {}).items():
            healthy = condition.get("condition") != "service_healthy" or "healthcheck" in services.get(other, {})
            check(f"compose.yaml: {name} waits for {other}, which says when it is healthy", other in services and healthy)
        check(
            f"compose.yaml: {name} may not gain privileges",
            "no-new-privileges:true" in service.get("security_opt", []),
        )
        check(
            f"compose.yaml: {name} publishes its ports on this machine alone",
            all(str(p).startswith("127.0.0.1:") for p in service.get("ports", [])),
        )
    broker = services["broker"]
    context = (here / broker["build"]["context"]).resolve()
    check("compose.yaml: the build's context and file exist", (context / broker["build"]["dockerfile"]).is_file())
    check("compose.yaml: the broker's file system is read-only", broker.get("read_only") is True)
    known = known_settings()
    unknown = [s for s in broker["environment"] if s not in known]
    check(f"compose.yaml: every setting of the broker is documented {unknown or ''}", not unknown)
    secrets = re.findall(r"^\s+\w*PASSWORD: (.*)$", text, re.M)
    check("compose.yaml: passwords come from the environment", all(s.startswith("${") and ":?" in s for s in secrets))


def known_settings():
    """The settings of docs/configuration.md, whose table leaves the prefix out."""
    names = set(re.findall(r"`([A-Z][A-Z_]+)`", (root / "docs/configuration.md").read_text()))
    return names | {"PACT_BROKER_" + name for name in names}


check_containerfile()
check_compose()
sys.exit(1 if failures else 0)
