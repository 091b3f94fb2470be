// The generated enum: raw values, and nothing for a number that it does not have.
let right = NewFiles2Code.least.rawValue == Int32.min && NewFiles2Code(rawValue: 1) == .delete
    && NewFiles2Code(rawValue: 2) == .class_ && NewFiles2Code.init_.rawValue == 3 && NewFiles2Code.httpError.rawValue == 7
    && NewFiles2Code.step1_2.rawValue == 9 && NewFiles2Code.step12.rawValue == 10 && NewFiles2Code(rawValue: 99) == nil
print(right ? "values are right" : "wrong")
