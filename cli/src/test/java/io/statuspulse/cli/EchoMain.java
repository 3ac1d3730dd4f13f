package io.statuspulse.cli;

/** Stands for the command in tests of its launcher; needs no other class. */
final class EchoMain {
    private EchoMain() {}

    /** Prints each argument in brackets. */
    public static void main(String[] args) {
        for (String arg : args) {
            System.out.print("[" + arg + "]\n");
        }
        if (args.length > 0 && args[0].equals("--archive")) {
            System.out.print(
                    java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        }
        if (args.length > 0 && args[0].equals("--pid")) {
            System.out.print(ProcessHandle.current().pid());
        }
        System.exit(
                args.length > 0 && args[args.length - 1].startsWith("--exit=")
                        ? Integer.parseInt(args[args.length - 1].substring("--exit=".length()))
                        : 0);
    }
}
