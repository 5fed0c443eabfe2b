#include "base/text.h"
#include "http/form.h"
#include "http/headers.h"

namespace dichtbij::http {

namespace {

constexpr std::size_t max_boundary_bytes = 70;  // RFC 2046 5.1.1
constexpr std::size_t max_filename_bytes = 255;

Fail broken(std::string detail) { return Fail({Reason::invalid, std::move(detail), {}, {}}); }

// Browsers write a quote as %22 and line ends as %0D %0A (WHATWG form submission); others use a backslash.
std::string unquoted(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view escape = text.substr(i, 3);
        if (escape == "%22") {
            plain += '"';
            i += 2;
        } else if (escape == "%0D" || escape == "%0A") {
            plain += ' ';
            i += 2;
        } else if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\')) {
            plain += text[++i];
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::size_t closing_quote(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') return i;
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '"') ++i;
    }
    return std::string_view::npos;
}

std::string without_folders(std::string_view filename) {
    const std::size_t slash = filename.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? filename : filename.substr(slash + 1));
}

struct Part {
    std::string disposition;
    std::string content_type;
    std::string_view content;
};

Result<Part> parse_part(std::string_view text, const FormLimits& limits) {
    const std::size_t end = text.starts_with("\r\n") ? 0 : text.find("\r\n\r\n");
    if (end == std::string_view::npos || end > limits.part_header_bytes) return broken("broken part header");
    std::string_view head = text.substr(0, end);
    Part part;
    part.content = text.substr(end == 0 ? 2 : end + 4);
    while (!head.empty()) {
        const std::size_t line_end = head.find("\r\n");
        const std::string_view line = head.substr(0, line_end);
        head = line_end == std::string_view::npos ? std::string_view() : head.substr(line_end + 2);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) return broken("broken part header");
        const std::string_view name = trimmed(line.substr(0, colon));
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (equals_ignoring_case(name, "Content-Disposition")) part.disposition = value;
        if (equals_ignoring_case(name, "Content-Type")) part.content_type = value;
    }
    return part;
}

Result<Done> add_part(const Part& part, const FormLimits& limits, Form& form) {
    const auto clean = [](std::string_view text) {
        return text.find('\0') == std::string_view::npos && is_utf8(text);
    };
    const auto name = header_parameter(part.disposition, "name");
    if (!name || !equals_ignoring_case(trimmed(part.disposition.substr(0, part.disposition.find(';'))), "form-data"))
        return broken("part without a name");
    if (name->size() > limits.name_bytes || !clean(*name)) return broken("field name refused");
    const auto filename = header_parameter(part.disposition, "filename");
    if (!filename) {
        if (form.fields.size() == limits.fields) return broken("too many fields");
        if (part.content.size() > limits.value_bytes) return broken("field " + *name + " too long");
        if (!clean(part.content)) return broken("field is not UTF-8 text");
        form.fields.add(*name, std::string(part.content));
        return Done{};
    }
    if (filename->empty() && part.content.empty()) return Done{};
    if (form.files.size() == limits.files) return broken("too many files");
    if (filename->size() > max_filename_bytes || !clean(*filename)) return broken("file name refused");
    form.files.push_back({*name, without_folders(*filename), part.content_type, std::string(part.content)});
    return Done{};
}

}  // namespace

std::optional<std::string> header_parameter(std::string_view header, std::string_view name) {
    std::size_t at = header.find(';');
    while (at != std::string_view::npos) {
        const std::string_view rest = header.substr(at + 1);
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const bool wanted = equals_ignoring_case(trimmed(rest.substr(0, equals)), name);
        std::string_view value = rest.substr(equals + 1);
        std::size_t end = 0;
        if (value.starts_with('"')) {
            value.remove_prefix(1);
            end = closing_quote(value);
            if (end == std::string_view::npos) return std::nullopt;
            if (wanted) return unquoted(value.substr(0, end));
            end = value.find(';', end);
        } else {
            end = value.find(';');
            if (wanted) return std::string(trimmed(value.substr(0, end)));
        }
        at = end == std::string_view::npos ? end : static_cast<std::size_t>(value.data() - header.data()) + end;
    }
    return std::nullopt;
}

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    auto boundary = header_parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > max_boundary_bytes) return std::nullopt;
    return boundary;
}

Result<Form> parse_multipart(std::string_view body, std::string_view boundary, const FormLimits& limits) {
    const std::string delimiter = "\r\n--" + std::string(boundary);
    // The first delimiter may stand at the very start, without the line end before it.
    const std::string_view first = std::string_view(delimiter).substr(2);
    std::size_t at = body.starts_with(first) ? first.size() : std::string_view::npos;
    if (at == std::string_view::npos) {
        at = body.find(delimiter);
        if (at == std::string_view::npos) return broken("multipart without its boundary");
        at += delimiter.size();
    }
    Form form;
    while (!body.substr(at).starts_with("--")) {
        if (!body.substr(at).starts_with("\r\n")) return broken("broken boundary line");
        const std::size_t start = at + 2;
        const std::size_t end = body.find(delimiter, start);
        if (end == std::string_view::npos) return broken("multipart ends early");
        TRY(const Part part, parse_part(body.substr(start, end - start), limits));
        TRY_DONE(add_part(part, limits, form));
        at = end + delimiter.size();
    }
    return form;
}

}  // namespace dichtbij::http
