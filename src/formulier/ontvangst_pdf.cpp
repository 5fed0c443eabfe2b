#include "formulier/ontvangst_pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>

#include "formulier/formulier_render.h"
#include "html/dates.h"

namespace dichtbij::formulier {
namespace {

constexpr double breedte = 595.0, hoogte = 842.0, marge = 56.0;  // A4 in points

struct Vernietigers {
    void operator()(cairo_surface_t* one) const { cairo_surface_destroy(one); }
    void operator()(cairo_t* one) const { cairo_destroy(one); }
    void operator()(PangoLayout* one) const { g_object_unref(one); }
    void operator()(PangoFontDescription* one) const { pango_font_description_free(one); }
};
template <class T>
using Eigen = std::unique_ptr<T, Vernietigers>;

// A page after another, each paragraph in a tag of its own.
class Blad {
  public:
    Blad(const std::string& title, std::string_view taal)
        : surface_(cairo_pdf_surface_create_for_stream([](void* to, const unsigned char* bytes, unsigned int count) {
              static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
              return CAIRO_STATUS_SUCCESS;
          }, &bytes_, breedte, hoogte)),
          cairo_(cairo_create(surface_.get())) {
        cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
        cairo_tag_begin(cairo_.get(), "Document", ("lang='" + std::string(taal) + "'").c_str());
    }

    void write(const char* tag, const std::string& text, double points, PangoWeight weight, double above) {
        if (text.empty()) return;
        const Eigen<PangoLayout> layout(pango_cairo_create_layout(cairo_.get()));
        const Eigen<PangoFontDescription> font(pango_font_description_from_string("Sans"));
        pango_font_description_set_size(font.get(), static_cast<int>(points * PANGO_SCALE));
        pango_font_description_set_weight(font.get(), weight);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), static_cast<int>((breedte - 2 * marge) * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
        y_ += above;
        cairo_tag_begin(cairo_.get(), tag, nullptr);
        for (int i = 0; i < pango_layout_get_line_count(layout.get()); ++i) {
            PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), i);
            PangoRectangle size;
            pango_layout_line_get_pixel_extents(line, nullptr, &size);
            const double height = std::max<double>(size.height, points * 1.2);
            if (y_ + height > hoogte - marge) {
                cairo_show_page(cairo_.get());
                y_ = marge;
            }
            cairo_move_to(cairo_.get(), marge, y_ + height * 0.8);
            pango_cairo_show_layout_line(cairo_.get(), line);
            y_ += height * 1.15;
        }
        cairo_tag_end(cairo_.get(), tag);
    }

    std::string finish() {
        cairo_tag_end(cairo_.get(), "Document");
        cairo_show_page(cairo_.get());
        cairo_.reset();
        cairo_surface_finish(surface_.get());
        surface_.reset();
        return std::move(bytes_);
    }

  private:
    std::string bytes_;
    Eigen<cairo_surface_t> surface_;
    Eigen<cairo_t> cairo_;
    double y_ = marge;
};

}  // namespace

std::string ontvangst_pdf(const html::Texts& t, const Ontvangstbewijs& proof) {
    const Inzending& one = proof.ingezonden.inzending;
    const std::string taal(html::to_string(t.taal()));
    const Day day = day_of(one.ontvangen_op);
    Blad blad(one.titel(taal) + ", " + one.nummer, taal);
    blad.write("P", proof.gemeente, 11, PANGO_WEIGHT_NORMAL, 0);
    blad.write("H1", one.titel(taal), 20, PANGO_WEIGHT_BOLD, 10);
    blad.write("P", t("formulier.klaar.nummer", one.nummer), 11, PANGO_WEIGHT_NORMAL, 10);
    blad.write("P", t("formulier.klaar.tijd", html::moment(t, one.ontvangen_op, one.ontvangen_op)), 11, PANGO_WEIGHT_NORMAL, 2);
    blad.write("H2", t("formulier.klaar.verder"), 14, PANGO_WEIGHT_BOLD, 12);
    blad.write("P", proof.vervolg, 11, PANGO_WEIGHT_NORMAL, 2);
    if (one.beloofd_op) blad.write("P", t("formulier.klaar.belofte", html::by_day(t, day_of(*one.beloofd_op), day)), 11, PANGO_WEIGHT_NORMAL, 4);
    blad.write("P", proof.telefoon.empty() ? t("formulier.bericht.hulp") : t("formulier.bericht.hulp_telefoon", proof.telefoon), 11, PANGO_WEIGHT_NORMAL, 4);
    blad.write("H2", t("formulier.klaar.antwoorden"), 14, PANGO_WEIGHT_BOLD, 14);
    std::string heading;
    for (const Antwoordregel& answer : proof.ingezonden.antwoorden) {
        if (answer.kop != heading) blad.write("H3", answer.kop, 12, PANGO_WEIGHT_BOLD, 10);
        heading = answer.kop;
        blad.write("P", answer.vraag, 10, PANGO_WEIGHT_SEMIBOLD, 6);
        blad.write("P", waarde_in_woorden(t, answer, day), 11, PANGO_WEIGHT_NORMAL, 1);
    }
    return blad.finish();
}

}  // namespace dichtbij::formulier
