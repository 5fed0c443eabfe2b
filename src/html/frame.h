#pragma once
// The whole page around a screen: of the desk, or a quiet one for signing in, first start and errors.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/catalogue.h"
#include "html/writer.h"

namespace dichtbij::html {

// The URL, with its hash, of a file of build/web: "dichtbij.css".
using AssetUrl = std::function<std::string(std::string_view file)>;

struct NavItem {
    std::string url;
    std::string icon_name;
    std::string label;
    std::optional<long> count;
    std::string line2 = {};
    bool is_current = false;
};

struct Brand {
    std::string naam;        // of the gemeente: "Oeverland"; several: joined by the caller
    std::string logo_url;    // empty: our own mark
    std::string theme_url;   // the gemeente's own variables; empty: the default theme
};

enum class SingleKeys { on, off };

// What the frame of the desk shows; filled once per request.
struct DeskFrame {
    Brand brand;
    std::string medewerker;
    std::string csrf;
    std::string path;                    // of this page, to come back to after switching language
    std::string search;                  // what stands in the search box
    std::vector<NavItem> nav;            // Start, my work, team, ...
    std::vector<NavItem> gesprekken;     // open conversations
    bool takes_contacts = true;          // shows them, and the way to a new one
    std::vector<NavItem> beheer;         // for administrators and team leads; may be empty
    long unread = 0;                     // notices
    SingleKeys single_keys = SingleKeys::on;
    std::string live_topics;             // topics this page listens to, space separated
};

// `title` without the product; `is_error` puts "Fout:" before it.
struct PageHead {
    std::string title;
    bool is_error = false;
    std::string path = "/";  // of a quiet page, to come back to after switching language
};

std::string desk_page(const Texts& t, const AssetUrl& assets, const DeskFrame& frame, const PageHead& head, const Html& main_);
std::string quiet_page(const Texts& t, const AssetUrl& assets, const Brand& brand, const PageHead& head, const Html& main_);

}  // namespace dichtbij::html
