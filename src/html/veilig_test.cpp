#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <ctime>

#include "html/veilig.h"
#include "html/veilig_lijst.h"
#include "support/veilig_controle.h"

namespace dichtbij::html {
namespace veilig_test {

std::string veilig(std::string_view html, Beelden beelden = Beelden::niet) {
    Veiligopties opties;
    opties.beelden = beelden;
    return maak_veilig(html, opties).html;
}

void hold(std::string_view html) {
    for (const Beelden beelden : {Beelden::niet, Beelden::laden}) {
        Veiligopties opties;
        opties.beelden = beelden;
        const std::string out = maak_veilig(html, opties).html;
        const auto faults = testing::verboden_in(out);
        INFO(std::string(html.substr(0, 300)));
        INFO(out.substr(0, 300));
        INFO((faults.empty() ? std::string() : faults[0]));
        CHECK(faults.empty());
        const bool stays = maak_veilig(out, opties).html == out;
        CHECK(stays);
    }
}

using namespace std::string_view_literals;

// Ways in which HTML was made to do what its reader did not ask, and ways to make a reader stumble.
constexpr std::string_view vijandig[] = {
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\x00>alert(1)</script>"sv,
    "<\x00script>alert(1)</script>"sv,
    "<img src=x onerror=alert(1)>",
    "<img src='x' onerror='alert(1)'//>",
    "<img/src=`x`/onerror=alert(1)>",
    "<img \"\"\"><script>alert(1)</script>\">",
    "<body onload=alert(1)><p>dag",
    "<a href='javascript:alert(1)'>klik</a>",
    "<a href=' &#1; javascript:alert(1)'>klik</a>",
    "<a href='java\nscript:alert(1)'>klik</a>",
    "<a href='java&#x09;script:alert(1)'>klik</a>",
    "<a href='&#106;&#97;&#118;&#97;script:alert(1)'>klik</a>",
    "<a href='JaVaScRiPt:alert(1)'>klik</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>klik</a>",
    "<a href='vbscript:msgbox(1)'>klik</a>",
    "<a href='//evil.example'>klik</a>",
    "<a href='https:\\\\evil.example'>klik</a>",
    "<a href='https://'>klik</a>",
    "<a href='file:///etc/passwd'>klik</a>",
    "<a href='https://x.example\" onmouseover=\"alert(1)'>klik</a>",
    "<a href=https://x.example onclick=alert(1) style='position:fixed;top:0'>klik</a>",
    "<iframe src='https://evil.example'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='x.swf'><param name=a><p>val</p></object>",
    "<embed src='x.swf'>",
    "<base href='https://evil.example/'><a href='/x'>x</a>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<style>body{background:url(https://evil.example)}</style>",
    "<style><img src=x onerror=alert(1)></style>",
    "<div style='background:url(https://evil.example/a)'>x</div>",
    "<div style='width:expression(alert(1))'>x</div>",
    "<div style='color:red;position:fixed;z-index:9'>x</div>",
    "<div style='color:r\\65 d'>x</div>",
    "<div style='color:/**/red'>x</div>",
    "<div style='color:rgb(1,2,3);background-color:#fff'>x</div>",
    "<div style='background-color:url(x)'>x</div>",
    "<div style=\"color:red&quot;onclick=&quot;x\">x</div>",
    "<form action='https://evil.example'><input name=pw type=password><button>Log in</button></form>",
    "<form><textarea></form><script>alert(1)</script></textarea>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><foreignObject><p>in</p><iframe src=javascript:alert(1)></foreignObject></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<noembed><img src=x onerror=alert(1)></noembed>",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
    "<plaintext><script>alert(1)</script>",
    "<listing>&lt;img src=x onerror=alert(1)&gt;</listing>",
    "<title><img src=x onerror=alert(1)></title>",
    "<template><script>alert(1)</script></template>",
    "<select><template><img src=x onerror=alert(1)></template></select>",
    "<select><option><style></option></select><img src=x onerror=alert(1)></style>",
    "<frameset><frame src=javascript:alert(1)></frameset>",
    "<!--><script>alert(1)</script>-->",
    "<!--[if gte mso 9]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo '<script>'; ?><p>x",
    "<!DOCTYPE html [<!ENTITY x '<script>'>]>&x;",
    "<p title='</p><script>alert(1)</script>'>x</p>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&#0;&#128;&#xD800;&#x110000;&#13;&#x1;&nosuch;",
    "<p>a<div>b<p>c</div>d</p><b>e<i>f</b>g</i>",
    "<a href='https://a.example'>een<a href='https://b.example'>twee</a></a>",
    "<a href='https://a.example'><table><tr><td><a href='https://b.example'>twee</a></td></tr></table></a>",
    "<table><p>voor</p><tr><script>1</script><td>a<table><tr><td>b</table></table>",
    "<table><tr><td></td></tr><tbody><caption>x</caption><col><td>los",
    "<ul><li>a<ul><li>b</li></li></ul></li>c",
    "<button><p>x<button>y</button></p></button>",
    "<h1><h2>x</h1></h2>",
    "<p><object><p>x</object>y</p>",
    "<a href='https://a.example'><object><a href='https://b.example'>x</a></object></a>",
    "<pre>\n\n  regel</pre><pre>x</pre>",
    "<img src='https://evil.example/pixel.gif' width=1 height=1>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<img src='cid:abc'><img src='/uitloggen'><img src='eigen.png'>",
    "<img srcset='https://evil.example/x 1x' src='https://ok.example/x' alt='een &quot;foto&quot;'>",
    "<img alt='<script>alert(1)</script>'>",
    "<video poster=javascript:alert(1)><source src=x onerror=alert(1)></video>",
    "<audio src onerror=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
    "<marquee onstart=alert(1)>loop</marquee>",
    "<div id=top class='alert' name=x data-x=1 aria-label=x role=alert tabindex=1 accesskey=x contenteditable>x</div>",
    "<p dir='rtl' lang='ar'>x</p><p dir='x\"' lang='a b'>y</p>",
    "<td colspan=9999 rowspan=-1 width=100% background=javascript:alert(1)>x",
    "<x-foo><y:bar onclick=1>tekst</y:bar></x-foo>",
    "<p\x0Conclick=alert(1)>x</p>",
    "<p/onclick=alert(1)>x</p/>",
    "<p onclick=alert(1) <b>x</b>",
    "<<p>>x<</p>>",
    "< p>x< /p>",
    "<p <p <p",
    "</p></div></body></html><script>alert(1)</script>",
    "\xFF\xFE<script>\xC0\xBC" "alert(1)</script>\xE2\x82",
    "<div class=gmail_quote><blockquote><script>1</script>oud</blockquote></div>",
    "<details><summary><details><summary>x",
    "<font color=red><center>x</center></font><nobr>y",
    "",
};

TEST_CASE("of hostile HTML only what is on the list is left, and it stays so") {
    CHECK(std::size(vijandig) >= 60);
    for (const auto one : vijandig) hold(one);
}

TEST_CASE("hostile pieces stay harmless inside each other") {
    constexpr std::string_view shells[] = {"<table><tr><td>$</td></tr></table>", "<svg>$</svg>", "<math><mtext>$</mtext></math>", "<b><i>$</b></i>", "<select>$</select>", "<style>$</style>$", "<p title=\"$\">x</p>", "<!--$-->", "<noscript>$</noscript>", "<a href='https://a.example'>$</a>", "<pre>$", "<form>$<div>"};
    for (const auto shell : shells)
        for (const auto one : vijandig) {
            std::string both(shell);
            for (auto at = both.find('$'); at != std::string::npos; at = both.find('$', at + one.size())) both.replace(at, 1, one);
            hold(both);
        }
}

TEST_CASE("any pieces of HTML in any order come out harmless, and stay so") {
    static constexpr std::string_view pieces[] = {"<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "<b>", "</b>", "<a href=https://x.example>", "</a>", "<svg>", "</svg>", "<math>", "<mtext>", "<style>", "</style>", "<!--", "-->", "<select>", "<li>", "<ul>", "</ul>",
                                                  "<script>", "</script>", "text", "&lt;", "\"", "'", "<", ">", "<img src=x onerror=1>", "<div style=\"border-top:solid #E1E1E1 1.0pt\">", "</div>", "<blockquote type=cite>", "</blockquote>", "<pre>", "\n", "<h1>", "</h1>", "<template>",
                                                  "</template>", "<form>", "</form>", "<textarea>", "</textarea>", "<title>", "<details>", "<summary>", "<caption>", "<col>", "<object>", "</object>", "<i>", "<font>", "<nobr>", "<button>", "<frameset>", "<head>", "<body>", "<html>", "<dd>", "<option>"};
    rc::check("harmless", [](const std::vector<std::uint8_t>& order) {
        std::string html;
        for (const auto one : order) html += pieces[one % std::size(pieces)];
        const std::string out = veilig(html);
        RC_ASSERT(testing::verboden_in(out).empty());
        RC_ASSERT(veilig(out) == out);
    });
}

TEST_CASE("what people write stays as they wrote it") {
    CHECK(veilig("<p>Dag <b>mevrouw</b>,<br>tot <i>ziens</i>.</p>") == "<p>Dag <b>mevrouw</b>,<br>tot <i>ziens</i>.</p>");
    CHECK(veilig("<html><head><title>x</title><style>p{}</style></head><body class=x><p>Dag</p></body></html>") == "<p>Dag</p>");
    CHECK(veilig("<a href='https://oeverland.example/?a=1&amp;b=2'>x</a>") == "<a href=\"https://oeverland.example/?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">x</a>");
    CHECK(veilig("<a href='#boven'>x</a>") == "x");
    CHECK(veilig("<p style='color: RED; font-family: x; margin: 0'>x</p>") == "<p style=\"color: red\">x</p>");
    CHECK(veilig("<table><tr><td colspan=2 align=CENTER>x</td></tr></table>") == "<table><tbody><tr><td colspan=\"2\" align=\"center\">x</td></tr></tbody></table>");
    CHECK(veilig("<ul><li>een<li>twee</ul>") == "<ul><li>een</li><li>twee</li></ul>");
    CHECK(veilig("a < b & c") == "a &lt; b &amp; c");
    CHECK(veilig("Caf\xE9") == "Caf\xEF\xBF\xBD");
    CHECK(veilig("r\xC3\xA9gel\r\ntwee\rdrie") == "r\xC3\xA9gel\ntwee\ndrie");
}

TEST_CASE("an image elsewhere is asked for only when someone wants it") {
    const std::string_view mail = "<img src='https://x.example/a.png' alt='Kaart' width=100><img src='https://x.example/p' width=1 height=1>";
    const Veilig without = maak_veilig(mail);
    CHECK(without.html == "<em>[Afbeelding: Kaart]</em>");
    CHECK(without.beelden_elders == 2);
    CHECK(veilig(mail, Beelden::laden) == "<img src=\"https://x.example/a.png\" alt=\"Kaart\" width=\"100\" referrerpolicy=\"no-referrer\">");
}

TEST_CASE("an image inside the mail gets the address that it has with us") {
    Veiligopties opties;
    opties.ingesloten = [](std::string_view id) -> std::optional<std::string> {
        if (id == "kaart@x") return "/eigen/1";
        if (id == "weg") return "https://evil.example/";
        if (id == "dubbel") return "//evil.example/";
        return std::nullopt;
    };
    CHECK(maak_veilig("<img src='CID:kaart@x' alt=k>", opties).html == "<img src=\"/eigen/1\" alt=\"k\" referrerpolicy=\"no-referrer\">");
    CHECK(maak_veilig("<img src='cid:anders'><img src='cid:weg'><img src='cid:dubbel'><img src='/eigen/1'>", opties).html == "<em>[Afbeelding]</em><em>[Afbeelding]</em><em>[Afbeelding]</em><em>[Afbeelding]</em>");
}

TEST_CASE("earlier messages are folded, however a mail program marks them") {
    struct Row {
        std::string_view mail, verwacht;
    };
    const Row rows[] = {
        {"<p>Nieuw</p><div class=\"gmail_quote gmail_quote_container\"><p>Oud</p></div>", "<p>Nieuw</p><details><summary>Eerdere berichten</summary><div><p>Oud</p></div></details>"},
        {"Nieuw<blockquote type=cite>Oud<blockquote type=cite>Ouder</blockquote></blockquote>Onder", "Nieuw<details><summary>Eerdere berichten</summary><blockquote>Oud<blockquote>Ouder</blockquote></blockquote></details>Onder"},
        {"<p>Nieuw</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm'><p>Van: A</p></div></div><p>Oud</p>", "<p>Nieuw</p><details><summary>Eerdere berichten</summary><div><div><p>Van: A</p></div></div><p>Oud</p></details>"},
        {"<p>Nieuw</p><hr><div id=divRplyFwdMsg>Van: A</div><div>Oud</div>", "<p>Nieuw</p><hr><details><summary>Eerdere berichten</summary><div>Van: A</div><div>Oud</div></details>"},
        {"<blockquote>Een gewoon citaat</blockquote>", "<blockquote>Een gewoon citaat</blockquote>"},
    };
    for (const Row& row : rows) {
        const Veilig out = maak_veilig(row.mail);
        CHECK(out.html == row.verwacht);
        CHECK(out.gevouwen == (row.verwacht.find("<details>") != std::string_view::npos));
    }
}

TEST_CASE("no size, depth or number takes more than its share") {
    const auto many = [](std::string_view piece, std::size_t times) {
        std::string all;
        for (std::size_t i = 0; i < times; ++i) all += piece;
        return all;
    };
    std::string formats;
    for (int i = 0; i < 3000; ++i) formats += "<b title=" + std::to_string(i) + ">";
    const std::string huge[] = {many("<div>", 100'000), many("<b><p>", 20'000), formats + many("<p>x</p>", 10'000), many("<table><tr><td>", 5'000), many("<svg><desc>", 8'000), std::string(4'000'000, 'x'),
                                many("<", 300'000), many("&lt;", 250'000), many("<p title='", 50'000), many("<a href=https://x.example>", 15'000), "<p " + many("a=1 ", 200'000) + ">x", many("<li>", 30'000), many("\"'<!--", 100'000)};
    for (const std::string& one : huge) {
        const std::clock_t begin = std::clock();
        const Veilig out = maak_veilig(one);
        INFO(one.substr(0, 60));
        CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 5.0);
        CHECK(out.html.size() <= Veiliggrenzen{}.uitvoer);
        CHECK(testing::verboden_in(out.html).empty());
    }
    CHECK(maak_veilig(many("<div>", 300) + "diep").html.find("diep") != std::string::npos);
    CHECK(maak_veilig(many("<div>", 300) + "diep").ingekort);
    CHECK_FALSE(maak_veilig("<p>kort</p>").ingekort);
    Veiligopties poor;
    poor.grenzen.geheugen = 512;
    const Veilig text = maak_veilig("<p>alleen <script>x</script>tekst & meer</p>", poor);
    CHECK(text.alleen_tekst);
    CHECK(text.html == "<p> alleen  x tekst &amp; meer </p>");
}

TEST_CASE("the page of a mail is closed by itself") {
    const Veiligblad page = veilig_blad(maak_veilig("<p>Dag</p>"), Beelden::niet, "Mail van <A>", "nl");
    CHECK(page.html.find("<title>Mail van &lt;A&gt;</title>") != std::string::npos);
    CHECK(page.policy.find("default-src 'none'") != std::string::npos);
    CHECK(page.policy.find("img-src 'self';") != std::string::npos);
    CHECK(page.policy.find("allow-scripts") == std::string::npos);
    CHECK(veilig_blad({}, Beelden::laden, "x", "nl").policy.find("img-src 'self' https: http:;") != std::string::npos);
}

}  // namespace veilig_test
}  // namespace dichtbij::html
