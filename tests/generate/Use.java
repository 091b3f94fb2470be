/** The generated class: constants in a switch, which only compile-time constants can be in. */
public final class Use {
    private Use() {}

    private static boolean isKnown(int code) {
        switch (code) {
            case NewFiles2Codes.LEAST:
            case NewFiles2Codes.EXCEPTION:
            case NewFiles2Codes.CLASS:
            case NewFiles2Codes.STEP_1_2:
            case NewFiles2Codes.STEP_12:
                return true;
            default:
                return false;
        }
    }

    public static void main(String[] arguments) {
        boolean right = isKnown(Integer.MIN_VALUE) && isKnown(0) && isKnown(2) && isKnown(9) && isKnown(10) && !isKnown(11)
            && NewFiles2Codes.MOST == Integer.MAX_VALUE && NewFiles2Codes.HTTP_ERROR == 7;
        System.out.println(right ? "values are right" : "wrong");
    }
}
