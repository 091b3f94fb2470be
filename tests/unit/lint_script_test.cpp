// The rules of scripts and widths.
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/lint_support.h"

using namespace codeglot;
using namespace codeglot::test;

TEST_CASE("Words of another script are found, identifiers are not") {
  CHECK(check_text("ru", "Файл is missing.")
            .starts_with("ru.json:2:12: warning: \"is\" is Latin, but ru is written in Cyrillic"));
  CHECK(check_text("ru", "Файл file_id, OpenID, QQ, H264, a@b.org, api.example.org и X отсутствуют.") == "");
  CHECK(reports(check_text("ru", "Файл Google."), "wrong-script"));
  CHECK(reports(check_text("de", "Die Datei файл fehlt."), "wrong-script"));
  CHECK(reports(check_text("en", "The 文件 is missing."), "wrong-script"));
  CHECK(reports(check_text("el", "Το αρχείο file λείπει."), "wrong-script"));
  CHECK(check_text("el", "Το αρχείο λείπει: {s}") == "");
  CHECK(check_text("de", "Größe µm, 25 °C, ½ €") == "");
}

TEST_CASE("A locale has all the scripts that it is written in") {
  CHECK(check_text("ja", "ファイルが見つかりません。") == "");
  CHECK(check_text("ko", "파일(文件)이 없습니다.") == "");
  CHECK(check_text("zh-Hant", "檔案不存在（ㄅㄆㄇ）。") == "");
  CHECK(reports(check_text("zh-Hans", "ファイル不存在。"), "wrong-script"));
  CHECK(check_text("hi", "फ़ाइल नहीं मिली।") == "");
  CHECK(check_text("th", "ไม่พบไฟล์") == "");
  CHECK(reports(check_text("sr-Latn", "Датотека"), "wrong-script"));
  CHECK(reports(check_text("sr", "Datoteka"), "wrong-script"));
}

TEST_CASE("Latin words of a source in another script may stay") {
  const std::string codes = R"({"namespace": "t", "sourceLocale": "zh-Hans", "defaultLocale": "zh-Hans", "codes": [
      {"code": 1, "name": "a"}]})";
  const auto report = [&codes](const char *text) {
    return check_files({{"codes.json", codes},
                        {"zh-Hans.json", lint_locale("zh-Hans", "\"email格式不合法\"")},
                        {"ja.json", lint_locale("ja", json_string(text))}});
  };
  CHECK(report("emailの形式") == "");
  CHECK(reports(report("mailの形式"), "wrong-script"));
}

TEST_CASE("Look-alikes of another script in a word are found in any locale") {
  CHECK(check_text("de", "Die D\u0430tei fehlt.")
            .starts_with("de.json:2:11: warning: \"Dаtei\" has letters of Cyrillic and Latin"));
  CHECK(reports(check_text("ru", "Ф\u0061йл отсутствует."), "mixed-script-word"));
  CHECK_FALSE(reports(check_text("ru", "Ф\u0061йл отсутствует."), "wrong-script"));
  CHECK(reports(check_text("el", "Αρχεί\u006F"), "mixed-script-word"));
  CHECK_FALSE(reports(check_text("ja", "OpenIDの設定"), "mixed-script-word"));
  CHECK_FALSE(reports(check_text("ru", "QR-код и USB_порт"), "mixed-script-word"));
}

TEST_CASE("Marks of two widths do not mix in a file") {
  CHECK(check_text("ja", "エラー！ファイル(名前)がありません。")
            .starts_with("ja.json:2:15: warning: \"()\" beside East Asian letters"));
  CHECK(check_text("ja", "エラー！ファイル（名前）がありません。") == "");
  CHECK(check_text("ja", "ファイル(名前)") == "");  // One width alone.
  CHECK(check_text("ja", "（{s}）:1(v2)") == "");   // Not beside a letter.
  CHECK(check_text("ko", "파일(이름)이 없습니다!") == "");
  const Files files = {{"codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"})")},
                       {"en.json", lint_locale("en", "\"A\"", ", \"b\": \"B\"")},
                       {"zh-Hans.json", lint_locale("zh-Hans", "\"失败(注册)\"", ",\n\"b\": \"失败（登录）\"")}};
  CHECK(check_files(files).starts_with("zh-Hans.json:2:9: warning: \"()\" beside East Asian letters, where this file"));
}

TEST_CASE("Letters and digits are narrow, kana are wide") {
  CHECK(reports(check_text("ja", "１２文字"), "mixed-width"));
  CHECK(reports(check_text("zh-Hans", "Ｑ账号"), "mixed-width"));
  CHECK(reports(check_text("ja", "ﾌｧｲﾙ"), "mixed-width"));
  CHECK(check_text("ja", "12文字") == "");
}
