#pragma once
// Bytes in the charsets that mail is sent in, to valid UTF-8. Pure.

#include <string>
#include <string_view>

namespace dichtbij::mail {

struct Ontcijferd {
    std::string tekst;       // valid UTF-8 without NUL; line ends and control characters as they were
    bool is_zeker = true;    // false: the charset is unknown, or bytes did not belong to it
};

// The charset as declared, "" when it was not. What is called iso-8859-1 is read as windows-1252, gb2312 as gb18030,
// ks_c_5601-1987 as windows-949 (WHATWG Encoding); what is called ASCII or Latin and is valid UTF-8 is read as UTF-8.
// Unknown charsets are read as UTF-8 when they are that, else as windows-1252.
Ontcijferd ontcijferd(std::string_view bytes, std::string_view tekenset);

// RFC 4648 and what breaks it: other characters are skipped, padding may be missing or stand in the middle.
struct Base64 {
    std::string bytes;
    bool is_zeker = true;  // false: other characters than white space were skipped, or bits are left over
};
Base64 van_base64(std::string_view tekst);

// RFC 2047 "Q" (underscore is a space) and RFC 2045 quoted-printable without line breaks.
std::string van_q(std::string_view tekst);

}  // namespace dichtbij::mail
