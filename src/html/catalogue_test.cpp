#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "html/catalogue.h"

namespace dichtbij::html::catalogue_test {
namespace {

// A folder of texts of its own, gone at the end.
class TextFolder {
  public:
    TextFolder() : path_(std::filesystem::temp_directory_path() / ("dichtbij-texts-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(path_ / "nl.d");
        write("nl.json", R"({"a.b": "Dag {0}"})");
        write("en.json", R"({"a.b": "Hello {0}"})");
    }
    ~TextFolder() { std::filesystem::remove_all(path_); }
    void write(const std::string& file, const std::string& text) const { std::ofstream(path_ / file) << text; }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

const Texts texts(Taal::nl, {{"dag.een", "Dag {0} en {1}"},
                             {"taken.one", "1 taak"},
                             {"taken.other", "{0} taken"},
                             {"zin.met_link", "Praat <rustig> met {0}."},
                             {"haken", "{x} {0} {"}});

}  // namespace

TEST_CASE("a text is filled in, in its number") {
    CHECK(texts("dag.een", "Sanne", "Tom") == "Dag Sanne en Tom");
    CHECK(texts("dag.een", "Sanne") == "Dag Sanne en ");
    CHECK(texts("taken", 1) == "1 taak");
    CHECK(texts("taken", 0) == "0 taken");
    CHECK(texts("taken", "12") == "12 taken");
    CHECK(texts("haken", "x") == "{x} x {");
    CHECK(texts("dag.een", "{1}", "x") == "Dag {1} en x");
}

TEST_CASE("a text that is missing is seen, not silently empty") {
    CHECK(texts("bestaat.niet") == "«bestaat.niet»");
    CHECK(!texts.has("bestaat.niet"));
    CHECK(texts.has("taken"));
}

TEST_CASE("a sentence with a link in it escapes the sentence and keeps the link") {
    CHECK(texts.rich("zin.met_link", a(href("/p"), "J & K")).markup() ==
          "Praat &lt;rustig&gt; met <a href=\"/p\">J &amp; K</a>.");
}

TEST_CASE("texts of a language are read from one file and a folder of more") {
    const TextFolder folder;
    folder.write("nl.d/meer.json", R"({"c.d": "Meer"})");
    const Catalogue catalogue(folder.path());
    CHECK(catalogue.of(Taal::nl)("a.b", "Tom") == "Dag Tom");
    CHECK(catalogue.of(Taal::nl)("c.d") == "Meer");
    CHECK(catalogue.of(Taal::en)("a.b", "Tom") == "Hello Tom");
}

TEST_CASE("a broken file of texts stops the start and is named") {
    const struct {
        const char* content;
        const char* said;
    } rows[] = {
        {"{", "not a JSON object"},
        {"[]", "not a JSON object"},
        {R"({"a.c": 1})", "a.c is not a text"},
        {R"({"a.b": "x"})", "a.b is there twice"},
    };
    for (const auto& row : rows) {
        const TextFolder folder;
        folder.write("nl.d/stuk.json", row.content);
        try {
            const Catalogue catalogue(folder.path());
            FAIL("accepted ", row.content);
        } catch (const std::runtime_error& error) {
            const std::string said = error.what();
            CHECK(said.find("stuk.json") != std::string::npos);
            CHECK(said.find(row.said) != std::string::npos);
        }
    }
}

}  // namespace dichtbij::html::catalogue_test
