#pragma once
// The resident's side as a site: who may come in, in which language, with which frame.
//
//     site.get("/mijn/zaken/{id}", Eis::volgend(), [this](http::Request& request, Mijn& mijn) { return show(request, mijn); });
//
// Public pages belong to a gemeente and stand below "/g/CODE": site.get("/contact", Eis::openbaar(), ...) answers
// /g/oeverland/contact. All others take the gemeente from the session and stand below "/mijn".

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "html/catalogue.h"
#include "html/frame.h"
#include "html/writer.h"
#include "http/router.h"
#include "organisatie/organisatie.h"
#include "portaal/inwoner.h"
#include "portaal/onderdeel.h"

namespace dichtbij::portaal {

class Site;
struct Sessie;

// What a page asks of who opens it.
struct Eis {
    enum class Wie { openbaar, volgend, ingelogd };
    Wie wie = Wie::ingelogd;
    Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag;
    http::Uploads uploads = http::Uploads::in_memory;
    std::optional<std::size_t> max_body_bytes = {};
    std::optional<std::size_t> max_file_bytes = {};

    static Eis openbaar() { return {.wie = Wie::openbaar}; }
    // Signed in, or following one object: the handler asks inwoner.mag_volgen(...).
    static Eis volgend() { return {.wie = Wie::volgend}; }
    static Eis ingelogd(Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag) {
        return {.wie = Wie::ingelogd, .niveau = niveau};
    }
    // With files, streamed to disk.
    Eis met_bestanden(std::size_t all_bytes, std::size_t file_bytes) const;
};

struct Kruimel {
    std::string url;
    std::string label;
    std::string taal = {};                // of the label, when it is not that of the page: "nl"
};

struct Paginakop {
    std::string titel;
    bool is_fout = false;                 // "Fout:" before the title
    std::vector<Kruimel> kruimels = {};   // between the home page and this one
    std::string huidig = {};              // the item of the menu it belongs to: "mijn", "contact"
    std::string titeltaal = {};           // of the title, when it is not that of the page
};

// One request of a resident.
struct Mijn {
    const html::Texts& t;
    Instant now;
    organisatie::Gemeente gemeente;
    std::shared_ptr<const Sessie> sessie;  // nullptr: nobody is signed in
    Inwoner inwoner;                       // of the session; without one only its gemeente counts
    std::string csrf;                      // for every form: html::csrf_field(mijn.csrf)
    const Site& site;
    http::Request& request;
    std::vector<http::Cookie> cookies = {};  // go with the page

    Day today() const { return day_of(now); }
    // For services, in the transactions of this request.
    access::Caller caller() const;
    // The address of a public page of this gemeente: openbaar("/contact") is "/g/oeverland/contact".
    std::string openbaar(std::string_view path) const;

    // Whole pages, in the style of the gemeente. Not inside a transaction: the frame reads the store.
    http::Response page(const Paginakop& kop, const html::Html& main, int status = 200) const;
    http::Response page(std::string_view titel, const html::Html& main) const;
    // The form again after wrong input: status 422, "Fout:" before the title.
    http::Response invalid_page(const Paginakop& kop, const html::Html& main) const;
    // The page of a failure. not_found and forbidden look alike (404): nobody learns what exists.
    http::Response fail(const Failure& failure) const;
    // Nothing when he signed in at this level or higher; else the page that says so and offers it.
    std::optional<http::Response> te_laag(Betrouwbaarheidsniveau nodig) const;
    // In the access log: what the resident opened. `gelukt` false: he asked for what is not his. Not inside a transaction.
    void record(std::string_view soort, const Uuid& object, bool gelukt) const;

  private:
    std::vector<Id<Partij>> van_gevolgde() const;
};

using Handler = std::function<http::Response(http::Request&, Mijn&)>;
// A part of the home page, below the list: messages, own data. Empty: nothing is shown.
using Blok = std::function<html::Html(store::Tx&, const Mijn&)>;

// Registration only, for the screens of other capabilities.
class Routes {
  public:
    virtual ~Routes() = default;
    // Public patterns without, others with "/mijn" at the start. A POST needs the form token always.
    virtual void get(std::string_view pattern, Eis eis, Handler handler) = 0;
    virtual void post(std::string_view pattern, Eis eis, Handler handler) = 0;
    // Outlives the site; in the order in which they are added.
    virtual void add(const Onderdeel& onderdeel) = 0;
    virtual void add_blok(Blok blok) = 0;
    // On the home page of a gemeente: a public path, and the key of its words.
    virtual void add_link(std::string_view path, std::string_view text_key) = 0;
};

}  // namespace dichtbij::portaal
