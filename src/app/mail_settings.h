#pragma once
// Settings about mail that goes out: smtp.*, dkim.* and mail_*. Without smtp.host nothing goes by mail, and all messages stand in
// Mijn Dichtbij.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "bezorging/bezorging.h"
#include "mail/dkim.h"
#include "mail/smtp.h"

namespace dichtbij::app {

struct Dkimsetting {
    std::string domein;
    std::string selector;
    std::string pem;
};

struct MailSettings {
    std::optional<mail::Smtpserver> server;
    bezorging::Mailopties opties;
    std::optional<Dkimsetting> dkim;
};

// What signs our mail; nullptr: nothing does. The key was tried when the settings were read.
std::shared_ptr<const mail::Dkim> signer_of(const MailSettings&);

struct MailSettingError {
    std::string naam;
    std::string wat;  // "must be ...": what is allowed
};

struct MailSettingDescription {
    std::string_view naam, mag, betekenis;
};

bool is_mail_setting(std::string_view naam);
std::vector<MailSettingDescription> mail_setting_descriptions();
// `file_content`: of a file by its path; nullopt when it cannot be read.
tl::expected<MailSettings, MailSettingError> read_mail_settings(const std::map<std::string, std::string>& values,
                                                                const std::function<std::optional<std::string>(const std::string&)>& file_content);

}  // namespace dichtbij::app
