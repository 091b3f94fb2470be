// The generated object: constants in a `when` and in an annotation, which only compile-time constants can be in.
@Target(AnnotationTarget.FUNCTION)
annotation class Answers(val code: Int)

@Answers(NewFiles2Codes.DELETE)
fun isKnown(code: Int): Boolean = when (code) {
    NewFiles2Codes.LEAST, NewFiles2Codes.EXCEPTION, NewFiles2Codes.CLASS -> true
    else -> false
}

fun main() {
    val right = isKnown(Int.MIN_VALUE) && isKnown(0) && isKnown(2) && !isKnown(11) && NewFiles2Codes.STEP_1_2 == 9 &&
        NewFiles2Codes.MOST == Int.MAX_VALUE && NewFiles2Codes.HTTP_ERROR == 7
    println(if (right) "values are right" else "wrong")
}
