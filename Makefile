# Elke regel is ook een gewoon commando; die staan in de README.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
# Met extra's: pip tot en met 23 weigert een lijst zonder.
LOCK := $(BIN)/uv pip compile -q --universal --generate-hashes --no-strip-extras --no-header --only-binary :all: --emit-build-options

STIJL = $(BIN)/ruff check . && $(BIN)/ruff format --check -q . && $(BIN)/mypy

.PHONY: licences sbom audit help usb site serve check test snel dekking mutanten bench lock schema woorden
help: ## dit overzicht
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1	\2/'

site: .venv/klaar check ## de hele site maken, in site/
	$(BIN)/mkdocs build --strict
usb: site ## de hele site als één zip, voor een usb-stick
	cp site/downloads/*-usb.zip .
serve: .venv/klaar ## de site bekijken terwijl je schrijft
	$(BIN)/mkdocs serve
check: .venv/klaar ## alleen de gegevens controleren
	$(BIN)/python -m macros check
test: .venv/klaar-test ## alle tests, ook die in een echte browser
	$(STIJL)
	$(BIN)/python -m pytest -n auto
snel: .venv/klaar-test ## stijl, types en alle tests zonder browser, in een minuut
	$(STIJL)
	$(BIN)/python -m pytest -n auto -m "not browser and not registry"
dekking: .venv/klaar-test ## welk deel van de code raken de tests zonder browser?
	$(BIN)/python -m pytest -n auto -m "not browser and not registry" --cov
mutanten: .venv/klaar-test ## zien de tests zestig kleine fouten, een voor een? (duurt lang)
	$(BIN)/python tests/mutants --seed 1 --aantal 60
bench: .venv/klaar-test ## meten hoe zwaar de site is en hoe lang je wacht
	$(BIN)/python -m bench
schema: .venv/klaar ## hulp voor editors opnieuw schrijven
	$(BIN)/python -m macros schema
woorden: .venv/klaar ## nieuwe zinnen van de site in de lijsten van andere talen zetten
	$(BIN)/python -m macros woorden
licences: .venv/klaar-test ## welke licentie heeft elk pakket dat de site maakt?
	$(BIN)/python -m piplicenses --from=mixed --format=markdown --packages $$(sed -n 's/^\([A-Za-z0-9._-]*\)==.*/\1/p' requirements.txt)
sbom: .venv/klaar-test ## lijst van alle pakketten die de site maken (CycloneDX)
	$(BIN)/cyclonedx-py requirements requirements.txt --output-reproducible
audit: .venv/klaar-test ## zijn er bekende lekken in de pakketten? (vraagt internet)
	$(BIN)/python -m pip_audit --require-hashes --disable-pip -r requirements.txt
lock: .venv/klaar-test ## requirements*.txt opnieuw maken uit pyproject.toml
	$(LOCK) -o requirements.txt pyproject.toml
	$(LOCK) --group dev -o requirements-dev.txt pyproject.toml
	$(LOCK) --group uv -o requirements-uv.txt
	for engine in zensical properdocs; do $(LOCK) --python-version 3.11 --group $$engine -o tests/andere-machines/$$engine.txt || exit 1; done

# Met uv, dat sneller is: van het systeem, of anders eerst in .venv gezet. Lukt dat niet, dan met pip.
PAKKETTEN := --require-hashes -r
.venv/klaar: requirements.txt
	uv venv -q --seed --allow-existing -p $(PYTHON) .venv 2>/dev/null || $(PYTHON) -m venv .venv
	command -v uv >/dev/null || $(BIN)/python -m pip install -q --disable-pip-version-check $(PAKKETTEN) requirements-uv.txt || true
	$(call installeer,requirements.txt)
	touch $@
.venv/klaar-test: requirements-dev.txt .venv/klaar
	$(call installeer,requirements-dev.txt)
	touch $@
installeer = PATH="$$PATH:$(BIN)" uv pip install -q -p $(BIN)/python $(PAKKETTEN) $(1) || $(BIN)/python -m pip install -q --disable-pip-version-check $(PAKKETTEN) $(1)
