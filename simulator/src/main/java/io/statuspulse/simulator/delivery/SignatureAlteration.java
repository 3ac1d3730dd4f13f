package io.statuspulse.simulator.delivery;

/** What can be done to a signature that was made correctly. */
public enum SignatureAlteration {
    /** Another first hex digit. */
    FIRST_CHARACTER,
    /** Another hex digit in the middle. */
    MIDDLE_CHARACTER,
    /** Another last hex digit. */
    LAST_CHARACTER,
    /** The last hex digit replaced by the byte E9: as many characters, not all of them ASCII. */
    LAST_CHARACTER_NON_ASCII,
    /** Every hex digit another one: wrong throughout, of the right length and character set. */
    EVERY_CHARACTER,
    TRUNCATED_BY_ONE,
    TRUNCATED_TO_HALF,
    TRUNCATED_TO_ONE,
    /** A zero digit after it: 65 digits. */
    EXTENDED_BY_ONE,
    /** Eight zero digits after it. */
    EXTENDED,
    DOUBLED,
    /** A space between every two digits. */
    SPACES_INSIDE,
    /** A hyphen in its middle. */
    HYPHEN_INSIDE,
    /** The letter z in its middle. */
    LETTER_INSIDE,
    /** A NUL in its middle. */
    NUL_INSIDE,
    /** A comma-separated list: a wrong signature, then the right one. */
    LIST_WITH_RIGHT;

    String applyTo(String signature) {
        int length = signature.length();
        int middle = length / 2;
        return switch (this) {
            case FIRST_CHARACTER -> other(signature.charAt(0)) + signature.substring(1);
            case MIDDLE_CHARACTER ->
                signature.substring(0, middle) + other(signature.charAt(middle)) + signature.substring(middle + 1);
            case LAST_CHARACTER -> signature.substring(0, length - 1) + other(signature.charAt(length - 1));
            case LAST_CHARACTER_NON_ASCII -> signature.substring(0, length - 1) + "\u00e9";
            case EVERY_CHARACTER -> wrong(signature);
            case TRUNCATED_BY_ONE -> signature.substring(0, length - 1);
            case TRUNCATED_TO_HALF -> signature.substring(0, middle);
            case TRUNCATED_TO_ONE -> signature.substring(0, 1);
            case EXTENDED_BY_ONE -> signature + "0";
            case EXTENDED -> signature + "00000000";
            case DOUBLED -> signature + signature;
            case SPACES_INSIDE -> signature.replaceAll("(..)(?=.)", "$1 ");
            case HYPHEN_INSIDE -> signature.substring(0, middle) + "-" + signature.substring(middle);
            case LETTER_INSIDE -> signature.substring(0, middle) + "z" + signature.substring(middle);
            case NUL_INSIDE -> signature.substring(0, middle) + "\0" + signature.substring(middle);
            case LIST_WITH_RIGHT -> wrong(signature) + "," + signature;
        };
    }

    /** Returns a signature that differs from this one in every digit. */
    static String wrong(String signature) {
        StringBuilder wrong = new StringBuilder(signature.length());
        signature.chars().forEach(c -> wrong.append(other((char) c)));
        return wrong.toString();
    }

    private static char other(char digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? '0' : Character.forDigit(value ^ 1, 16);
    }
}
