import numpy as np

from touchstone.checker import as_array, case, close, equal, require
from touchstone.checker.http import Request, json_request
from touchstone.checker.service import serving

PREDICT = "/v1/predict"
KEYS = 1000
# A fair hash leaves 7 to 13 % in 2 of 1,000 draws; twice running, in 4 of a million.
DRAWS = 2
ROUNDS, ROUND_S, CHANGE_AT = 10, 0.25, 0.1
RIVALS = 16


def model(rng, d=None):
    d = int(rng.integers(1, 9)) if d is None else d
    return rng.normal(size=d).round(3), round(float(rng.normal()), 3)


def as_body(of):
    return {"weights": of[0].tolist(), "bias": of[1]}


def ask(service, method, path, status, data=None):
    """The answer's object, once its status is the one expected."""
    if isinstance(data, bytes):
        request = Request(method, path, data, {"content-type": "application/json"})
    else:
        request = Request(method, path) if data is None else json_request(method, path, data)
    reply = service.request(request)
    require(
        reply.status == status,
        en=f"{method} {path}: {status} is expected, not {reply.status}.",
        zh=f"{method} {path}：应返回 {status}，实际为 {reply.status}。",
    )
    answer = reply.json()
    require(
        isinstance(answer, dict) and (status < 400 or isinstance(answer.get("error"), str)),
        en=f"{method} {path}: the body is not the object that the table names.",
        zh=f"{method} {path}：正文不是表中规定的对象。",
    )
    return answer


def says(answer, **expected):
    equal({name: answer.get(name) for name in expected}, expected)


def publish(service, versions):
    for name, of in versions.items():
        says(ask(service, "PUT", f"/v1/versions/{name}", 201, as_body(of)), version=name)


def point(service, alias, version):
    path = f"/v1/aliases/{alias}"
    says(ask(service, "PUT", path, 200, {"version": version}), alias=alias, version=version)


def canary(service, alias, version, share):
    path, data = f"/v1/aliases/{alias}/canary", {"version": version, "share": share}
    says(ask(service, "PUT", path, 200, data), **data)


def predicting(x, **named):
    return json_request("POST", PREDICT, {**named, "instances": x.tolist()})


def version_of(reply, x, versions):
    """The version that says it predicted, if it did."""
    require(
        reply.status == 200,
        en=f"A right prediction request is answered with {reply.status}.",
        zh=f"正确的预测请求得到的应答是 {reply.status}。",
    )
    answer = reply.json()
    named = answer.get("version") if isinstance(answer, dict) else None
    require(
        isinstance(named, str) and named in versions,
        en="The answer does not name the version that predicted.",
        zh="应答没有写明是哪个版本作出的预测。",
    )
    weights, bias = versions[named]
    close(as_array(answer.get("predictions")), x @ weights + bias, rtol=1e-9, atol=1e-9)
    return named


def predicted_by(service, rng, versions, expected, **named):
    """One prediction with that version or alias has to come from the version expected."""
    x = rng.normal(size=(rng.integers(1, 4), len(versions[expected][0]))).round(2)
    got = version_of(service.request(predicting(x, **named)), x, versions)
    require(
        got == expected,
        en=f"Version {expected} is expected to predict, not {got}.",
        zh=f"应由版本 {expected} 作出预测，实际是 {got}。",
    )


@case(points=2, visible=True, en="Publish and predict", zh="发布与预测")
def publishes(candidate, rng):
    versions = {"1.0": model(rng, 2), "2024-06_b": model(rng, 5), "0.9": model(rng, 1)}
    with serving(candidate, {}) as service:
        says(ask(service, "GET", "/v1/versions", 200), versions=[])
        publish(service, versions)
        says(ask(service, "GET", "/v1/versions", 200), versions=list(versions))
        for name in versions:
            predicted_by(service, rng, versions, name, version=name)


@case(points=2, visible=True, en="A version never changes", zh="版本不可更改")
def never_changes(candidate, rng):
    versions = {"v1": model(rng, 3), "v2": model(rng, 3)}
    with serving(candidate, {}) as service:
        publish(service, versions)
        for of in (versions["v1"], model(rng, 3), model(rng, 4)):
            ask(service, "PUT", "/v1/versions/v1", 409, as_body(of))
            predicted_by(service, rng, versions, "v1", version="v1")
        says(ask(service, "GET", "/v1/versions", 200), versions=["v1", "v2"])


@case(points=2, visible=True, en="Names that move", zh="会移动的名字")
def aliases(candidate, rng):
    versions = {name: model(rng) for name in ("a", "b", "live")}
    with serving(candidate, {}) as service:
        publish(service, versions)
        for version in ("a", "b", "a"):
            point(service, "live", version)
            predicted_by(service, rng, versions, version, alias="live")
            predicted_by(service, rng, versions, version, alias="live", key="somebody")
            shown = ask(service, "GET", "/v1/aliases/live", 200)
            says(shown, alias="live", version=version, canary=None)
        # A version may bear an alias's name.
        predicted_by(service, rng, versions, "live", version="live")


@case(points=2, visible=True, en="What is unknown, what is wrong", zh="未知与错误")
def refusals(candidate, rng):
    versions = {"v1": model(rng, 2), "v2": model(rng, 2)}
    good = [[1.0, 2.0]]
    with serving(candidate, {}) as service:
        publish(service, versions)
        point(service, "live", "v1")
        for method, path, data in (
            ("GET", "/v1/aliases/other", None),
            ("POST", "/v1/aliases/other/rollback", None),
            ("PUT", "/v1/aliases/live", {"version": "v9"}),
            ("PUT", "/v1/aliases/other", {"version": "v9"}),
            ("PUT", "/v1/aliases/live/canary", {"version": "v9", "share": 0.5}),
            ("PUT", "/v1/aliases/other/canary", {"version": "v1", "share": 0.5}),
            ("DELETE", "/v1/aliases/other/canary", None),
            ("POST", PREDICT, {"version": "v9", "instances": good}),
            ("POST", PREDICT, {"version": "live", "instances": good}),
            ("POST", PREDICT, {"alias": "v1", "instances": good}),
            ("GET", "/v1/nothing", None),
            ("POST", "/v2/predict", {"version": "v1", "instances": good}),
        ):
            ask(service, method, path, 404, data)
        for method, path, data in wrong_bodies(good):
            ask(service, method, path, 400, data)
        says(ask(service, "GET", "/v1/versions", 200), versions=["v1", "v2"])
        ask(service, "GET", "/v1/aliases/other", 404)
        shown = ask(service, "GET", "/v1/aliases/live", 200)
        says(shown, version="v1", canary=None)
        predicted_by(service, rng, versions, "v1", alias="live")


def wrong_bodies(good):
    new, alias, trial = "/v1/versions/v3", "/v1/aliases/live", "/v1/aliases/live/canary"
    model_bodies = [
        b"{",
        [1],
        {"bias": 0},
        {"weights": [1]},
        {"weights": [], "bias": 0},
        {"weights": ["1"], "bias": 0},
        {"weights": [True], "bias": 0},
        {"weights": [1.0], "bias": None},
        {"weights": [float("inf")], "bias": 0},
        {"weights": [[1.0]], "bias": 0},
    ]
    shares = [{"version": "v2", "share": share} for share in (-0.1, 1.1, "0.5", True, None)]
    predictions = [
        b"instances",
        {"instances": good},
        {"version": "v1"},
        {"version": "v1", "alias": "live", "instances": good},
        {"version": "v1", "instances": []},
        {"version": "v1", "instances": [1.0, 2.0]},
        {"version": "v1", "instances": [[1.0]]},
        {"version": "v1", "instances": [*good, [1.0, 2.0, 3.0]]},
        {"version": "v1", "instances": [[1.0, "2"]]},
        {"version": "v1", "instances": [[1.0, float("nan")]]},
        {"version": "v1", "instances": [[True, 2.0]]},
        {"alias": "live", "key": 7, "instances": good},
    ]
    yield from (("PUT", new, body) for body in model_bodies)
    yield from (("PUT", alias, body) for body in (b"", {}, {"version": 1}, ["v2"]))
    yield from (("PUT", trial, body) for body in (*shares, {"share": 0.5}, {"version": "v2"}))
    yield from (("POST", PREDICT, body) for body in predictions)


@case(points=2, en="Back, one step after another", zh="一步一步退回")
def steps_back(candidate, rng):
    versions = {f"v{n}": model(rng) for n in range(5)}
    taken = {"live": [], "next": [], "7": []}
    with serving(candidate, {}) as service:
        publish(service, versions)
        for _ in range(60):
            alias = str(rng.choice(list(taken)))
            steps = taken[alias]
            if not steps or rng.random() < 0.55:
                version = str(rng.choice(list(versions)))
                point(service, alias, version)
                if steps[-1:] != [version]:
                    steps.append(version)
            else:
                goes_back(service, alias, steps)
            predicted_by(service, rng, versions, steps[-1], alias=alias)
        for alias, steps in taken.items():
            while len(steps) > 1:
                goes_back(service, alias, steps)
            if steps:
                goes_back(service, alias, steps)
                predicted_by(service, rng, versions, steps[-1], alias=alias)


def goes_back(service, alias, steps):
    path = f"/v1/aliases/{alias}/rollback"
    if len(steps) == 1:
        ask(service, "POST", path, 409)
        return
    steps.pop()
    says(ask(service, "POST", path, 200), alias=alias, version=steps[-1])


def users(rng):
    first = int(rng.integers(1, 10**6))
    return [f"user-{first + n}" for n in range(KEYS)]


def tokens(rng):
    return [rng.bytes(8).hex() for _ in range(KEYS)]


def people(rng):
    surnames, given = "王李张刘陈杨赵黄周吴", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"
    pairs = [f"{rng.choice(list(surnames))}{a}{b}" for a in given for b in given]
    return [*pairs, *(str(n) for n in range(KEYS - len(pairs)))]


def on_canary(service, rng, versions, keys, old, new):
    """Those of the keys that the new version answers; all others get the old one."""
    x = rng.normal(size=(1, len(versions[old][0])))
    requests = [predicting(x, alias="live", key=key) for key in keys]
    load = service.load(requests, [0.0] * len(requests))
    require(load.lost == 0, en="A request got no answer.", zh="有请求没有得到应答。")
    sides = [version_of(one.reply, x, versions) for one in load.answered]
    require(
        set(sides) <= {old, new},
        en="A version answers that the alias does not name.",
        zh="作出应答的版本与别名无关。",
    )
    return {key for key, side in zip(keys, sides, strict=True) if side == new}


@case(points=3, en="A canary for a tenth", zh="十分之一的灰度")
def tenth(candidate, rng):
    versions = {"old": model(rng, 3), "new": model(rng, 3)}
    with serving(candidate, {}) as service:
        publish(service, versions)
        point(service, "live", "old")
        canary(service, "live", "new", 0.1)
        shown = ask(service, "GET", "/v1/aliases/live", 200)
        says(shown, version="old", canary={"version": "new", "share": 0.1})
        for draw in (users, tokens):
            for _ in range(DRAWS):
                keys = draw(rng)
                moved = on_canary(service, rng, versions, keys, "old", "new")
                if 0.07 <= len(moved) / KEYS <= 0.13:
                    break
            else:
                close(len(moved) / KEYS, 0.1, rtol=0, atol=0.03)
            again = [keys[n] for n in rng.permutation(KEYS)[:300]]
            require(
                on_canary(service, rng, versions, again, "old", "new") == moved & set(again),
                en="A key that asked twice got two versions.",
                zh="同一个键两次请求得到了不同的版本。",
            )
        predicted_by(service, rng, versions, "old", alias="live")


@case(points=2, en="More canary, and none", zh="扩大与结束灰度")
def widens(candidate, rng):
    versions = {"old": model(rng, 3), "new": model(rng, 3)}
    path = "/v1/aliases/live/canary"
    with serving(candidate, {}) as service:
        publish(service, versions)
        point(service, "live", "old")
        keys, before = people(rng), set()
        for share in (0.0, 0.15, 0.5, 1.0):
            canary(service, "live", "new", share)
            moved = on_canary(service, rng, versions, keys, "old", "new")
            off = abs(len(moved) / KEYS - share)
            require(
                off <= (0.08 if 0 < share < 1 else 0),
                en="The share of the keys is not the one that was set.",
                zh="进入灰度的键的份额与设定不符。",
            )
            require(
                before <= moved,
                en="A key left the canary when the share was raised.",
                zh="调高份额时，有键离开了灰度。",
            )
            before = moved
        for _ in range(2):
            ask(service, "DELETE", path, 200)
        some = keys[:100]
        require(
            not on_canary(service, rng, versions, some, "old", "new"),
            en="The canary has ended, and still answers.",
            zh="灰度已经结束，却仍在应答。",
        )
        steps_end_it(service, rng, versions)


def steps_end_it(service, rng, versions):
    """A step in either direction ends a canary; a canary is no step."""
    for method, path, data, lands in (
        ("PUT", "/v1/aliases/live", {"version": "new"}, "new"),
        ("POST", "/v1/aliases/live/rollback", None, "old"),
    ):
        canary(service, "live", "new", 1.0)
        ask(service, method, path, 200, data)
        shown = ask(service, "GET", "/v1/aliases/live", 200)
        says(shown, version=lands, canary=None)
        predicted_by(service, rng, versions, lands, alias="live", key="somebody")
    ask(service, "POST", "/v1/aliases/live/rollback", 409)


@case(points=2, en="A change under load", zh="负载下的更改")
def changes_under_load(candidate, rng):
    versions = {f"v{n}": model(rng, 4) for n in range(ROUNDS + 1)}
    path = "/v1/aliases/live"
    with serving(candidate, {}) as service:
        publish(service, versions)
        point(service, "live", "v0")
        old = "v0"
        for n in range(1, ROUNDS + 1):
            back = n % 4 == 0
            new = f"v{n - 2}" if back else f"v{n}"
            change = (
                Request("POST", f"{path}/rollback")
                if back
                else json_request("PUT", path, {"version": new})
            )
            changed(service, rng, versions, change, old, new)
            old = new


def changed(service, rng, versions, change, old, new):
    """One change in the midst of predictions, most of them close to it."""
    x = rng.normal(size=(2, 4))
    steady = np.arange(0.0, ROUND_S, 0.01)
    close_by = CHANGE_AT + np.arange(-4, 28) * 0.0005
    times = sorted([*steady.tolist(), *close_by.tolist()])
    requests = [predicting(x, alias="live", key=str(n)) for n in range(len(times))]
    load = service.load([change, *requests], [CHANGE_AT, *times])
    require(load.lost == 0, en="A request got no answer.", zh="有请求没有得到应答。")
    (swap, *asked) = load.answered
    require(
        swap.reply.status == 200,
        en=f"A change of an alias is answered with {swap.reply.status}.",
        zh=f"更改别名得到的应答是 {swap.reply.status}。",
    )
    done = CHANGE_AT + swap.seconds
    for due, one in zip(times, asked, strict=True):
        got = version_of(one.reply, x, versions)
        may_be_old, may_be_new = due <= done, due + one.seconds >= CHANGE_AT
        require(
            (got == old and may_be_old) or (got == new and may_be_new),
            en="After a change was answered, the version before it still predicts.",
            zh="更改已经得到应答，作出预测的却还是之前的版本。",
        )


@case(points=2, en="Many publish the same version", zh="多人同时发布同一版本")
def rivals(candidate, rng):
    with serving(candidate, {}) as service:
        for n in range(10):
            path = f"/v1/versions/v{n}"
            models = [model(rng, 4) for _ in range(RIVALS)]
            load = service.together([json_request("PUT", path, as_body(of)) for of in models])
            require(load.lost == 0, en="A request got no answer.", zh="有请求没有得到应答。")
            statuses = [one.reply.status for one in load.answered]
            require(
                sorted(statuses) == [201] + [409] * (RIVALS - 1),
                en="Of many who publish one version at the same time not exactly one gets 201.",
                zh="多人同时发布同一版本，得到 201 的不是恰好一个。",
            )
            winner = {f"v{n}": models[statuses.index(201)]}
            predicted_by(service, rng, winner, f"v{n}", version=f"v{n}")
        names = ask(service, "GET", "/v1/versions", 200).get("versions")
        equal(names, [f"v{n}" for n in range(10)])
