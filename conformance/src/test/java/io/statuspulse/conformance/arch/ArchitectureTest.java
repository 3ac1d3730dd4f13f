package io.statuspulse.conformance.arch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLClassLoader;
import java.nio.channels.NetworkChannel;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The design's rules on what may depend on what, for the three libraries of the kit. */
class ArchitectureTest {
    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.statuspulse.schemas", "io.statuspulse.simulator", "io.statuspulse.conformance");

    private static final String SCHEMAS = "io.statuspulse.schemas..";
    private static final String SIMULATOR = "io.statuspulse.simulator..";
    private static final String CONFORMANCE = "io.statuspulse.conformance..";
    private static final String SCENARIO = "io.statuspulse.conformance.scenario..";
    private static final String SUITE = "io.statuspulse.conformance.suite..";
    private static final String VERDICT = "io.statuspulse.conformance.verdict..";
    private static final String RUN = "io.statuspulse.conformance.run..";
    private static final String REPORT = "io.statuspulse.conformance.report..";
    private static final String RECORDED = "io.statuspulse.conformance.recorded..";
    private static final String HTML = "io.statuspulse.conformance.html..";
    private static final String CI = "io.statuspulse.conformance.ci..";
    private static final String CURL = "io.statuspulse.conformance.curl..";
    private static final String JSON = "io.statuspulse.conformance.json..";
    private static final String DIAGNOSIS = "io.statuspulse.conformance.diagnosis..";
    private static final String RECEIVER = "io.statuspulse.conformance.receiver..";
    private static final String WAIVER = "io.statuspulse.conformance.waiver..";
    private static final String START = "io.statuspulse.conformance.start..";
    private static final String COMMAND = "io.statuspulse.conformance.command..";
    private static final String IN_PROCESS = "io.statuspulse.conformance.inprocess..";
    private static final String VERIFIER = "io.statuspulse.conformance.verifier..";
    private static final String VECTORS = "io.statuspulse.conformance.vectors..";
    private static final String WIRE = "io.statuspulse.simulator.wire..";

    private static final DescribedPredicate<JavaClass> SOCKETS = assignableTo(Socket.class)
            .or(assignableTo(ServerSocket.class))
            .or(assignableTo(DatagramSocket.class))
            .or(assignableTo(NetworkChannel.class))
            .or(assignableTo(HttpURLConnection.class))
            .or(resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..", "io.undertow..", "org.xnio.."))
            .as("sockets");

    /** No rule below holds because there was nothing to look at. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "io.statuspulse.schemas.., 5",
        "io.statuspulse.simulator.., 80",
        "io.statuspulse.simulator.wire.., 25",
        "io.statuspulse.conformance.scenario.., 8",
        "io.statuspulse.conformance.suite.., 12",
        "io.statuspulse.conformance.verdict.., 6",
        "io.statuspulse.conformance.run.., 20",
        "io.statuspulse.conformance.diagnosis.., 30",
        "io.statuspulse.conformance.receiver.., 35",
        "io.statuspulse.conformance.waiver.., 8",
        "io.statuspulse.conformance.start.., 9",
        "io.statuspulse.conformance.command.., 1",
        "io.statuspulse.simulator.inprocess.., 6",
        "io.statuspulse.conformance.inprocess.., 4",
        "io.statuspulse.conformance.html.., 30",
        "io.statuspulse.conformance.recorded.., 15",
        "io.statuspulse.conformance.vectors.., 18",
        "io.statuspulse.conformance.verifier.., 20",
        "io.statuspulse.conformance.ci.., 9",
        "io.statuspulse.conformance.curl.., 8",
        "io.statuspulse.conformance.json.., 1"
    })
    void classesWereSeen(String packages, int atLeast) {
        assertThat(KIT.that(resideInAPackage(packages))).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void socketsWereSeen() {
        assertThat(KIT.stream()
                        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                        .filter(d -> SOCKETS.test(d.getTargetClass())))
                .hasSizeGreaterThan(10);
    }

    @Test
    void modulesDependInOneDirection() {
        noClasses()
                .that()
                .resideInAPackage(SCHEMAS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SIMULATOR, CONFORMANCE)
                .because("the contract is data that everything else reads")
                .check(KIT);
        noClasses()
                .that()
                .resideInAPackage(SIMULATOR)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CONFORMANCE)
                .because("the sending side sends and does not judge")
                .check(KIT);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.statuspulse.conformance.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that needs another and is needed by it cannot be understood alone")
                .check(KIT);
        slices().matching("io.statuspulse.simulator.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package that needs another and is needed by it cannot be understood alone")
                .check(KIT);
    }

    @Test
    void scenariosAndVerdictsAreValuesThatKnowNoRunner() {
        noClasses()
                .that()
                .resideInAnyPackage(SCENARIO, SUITE, VERDICT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RUN, REPORT, RECEIVER)
                .because("a scenario can be listed, printed and run elsewhere only while it is a plain value")
                .check(KIT);
        noClasses()
                .that()
                .resideInAPackage(SCENARIO)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SUITE, VERDICT)
                .because("the vocabulary does not depend on what is said in it")
                .check(KIT);
    }

    @Test
    void runnerKnowsNeitherSuiteNorReportNorReceiver() {
        noClasses()
                .that()
                .resideInAPackage(RUN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SUITE, REPORT, RECEIVER)
                .because("it runs whatever scenarios it is given, against any receiver")
                .check(KIT);
    }

    @Test
    void diagnosisReadsResultsAlone() {
        noClasses()
                .that()
                .resideInAPackage(DIAGNOSIS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SUITE, RUN, REPORT, RECEIVER)
                .because("what is wrong is concluded from what was seen, by whomever and however it was run")
                .check(KIT);
        classes()
                .that()
                .resideInAPackage(DIAGNOSIS)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveNameMatching(".*\\.(Patterns|Language|Endpoint|Diagnosis|(Body)?Search(\\$(Attempts|Result))?)")
                .because("rules and hypotheses come and go; what users see of them are findings")
                .check(KIT);
    }

    @Test
    void recordedReportsAreReadWithoutWhatMadeThem() {
        noClasses()
                .that()
                .resideInAPackage(RECORDED)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SUITE, RUN, RECEIVER, DIAGNOSIS)
                .because("a report is read where its scenarios may be others, or none")
                .check(KIT);
        classes()
                .that()
                .resideInAPackage(RECORDED)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveNameMatching(
                        ".*\\.(Recorded(Reports?|Result|Exchange)|UnreadableReportException|Comparison|Change|Shards"
                                + "|SideBySide)(\\$[A-Za-z]+)?")
                .because("how reports are held together and told apart may change")
                .check(KIT);
    }

    @Test
    void waiversAreLaidOverResultsAndChangeNothingBelow() {
        noClasses()
                .that()
                .resideInAPackage(CONFORMANCE)
                .and()
                .resideOutsideOfPackage(WAIVER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(WAIVER)
                .because("what a team lives with must not change what is sent, judged or written")
                .check(KIT);
        noClasses()
                .that()
                .resideInAPackage(WAIVER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RUN, REPORT, DIAGNOSIS, RECEIVER)
                .because("results can be overlaid by whomever and however they were come by")
                .check(KIT);
        classes()
                .that()
                .resideInAPackage(WAIVER)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveNameMatching(".*\\.(KnownFailures?|Overlay)")
                .because("users write known failures and lay them over results; how they are decided on may change")
                .check(KIT);
    }

    @Test
    void pageShowsWhatAReportSaysAndNothingElse() {
        noClasses()
                .that()
                .resideInAPackage(HTML)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SUITE, RUN, REPORT, RECEIVER, DIAGNOSIS)
                .because("a report that is read later must give the page that the run gave")
                .check(KIT);
        noClasses()
                .that()
                .resideOutsideOfPackage(HTML)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gg.jte..")
                .because("one package knows how pages are made")
                .check(KIT);
        classes()
                .that()
                .resideInAPackage(HTML)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveNameMatching(".*\\.(HtmlReport|HtmlMatrix|Badge|Jte[a-z]+Generated)")
                .because("what is on the page may change; templates are public for the engine that finds them")
                .check(KIT);
    }

    @Test
    void servicesAreToldWhatAReportSaysAndNothingElse() {
        noClasses()
                .that()
                .resideInAPackage(CI)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SUITE, RUN, REPORT, RECEIVER, DIAGNOSIS)
                .because("a report that is read later must tell them what the run did")
                .check(KIT);
        classes()
                .that()
                .resideInAPackage(CI)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveNameMatching(".*\\.(SarifReport|MarkdownReport|GithubAnnotations)")
                .because("how services want it may change")
                .check(KIT);
    }

    @Test
    void linesForAShellAreMadeOfWhatWasSent() {
        noClasses()
                .that()
                .resideInAPackage(CURL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SUITE, RUN, REPORT, RECORDED, RECEIVER, DIAGNOSIS)
                .because("a delivery is sent again as it was sent, by whomever and for whatever it was made")
                .check(KIT);
        classes()
                .that()
                .resideInAPackage(CURL)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveSimpleName("Curl")
                .because("users get a line; how it is made may change")
                .check(KIT);
    }

    @Test
    void jsonIsWrittenWithoutKnowingWhatIsWritten() {
        noClasses()
                .that()
                .resideInAPackage(JSON)
                .should()
                .dependOnClassesThat(resideInAnyPackage(SCHEMAS, SIMULATOR)
                        .or(resideInAPackage(CONFORMANCE).and(not(resideInAPackage(JSON)))))
                .because("every format goes through it")
                .check(KIT);
    }

    @Test
    void whatIsApplicableInAProcessGoesByWhatAScenarioIs() {
        noClasses()
                .that()
                .resideInAPackage(IN_PROCESS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SUITE, VERDICT, REPORT, DIAGNOSIS, RECEIVER)
                .because("a scenario of tomorrow is decided on by its edits and its requirement, and not by its id")
                .check(KIT);
        classes()
                .that()
                .resideInAPackage(IN_PROCESS)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveSimpleName("InProcessReceiver")
                .because("users name what is called; what can be asked of it is decided here")
                .check(KIT);
    }

    @Test
    void verifiersAreJudgedByVectorsAsAnybodyReadsThem() {
        noClasses()
                .that()
                .resideInAPackage(VERIFIER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(VECTORS, REPORT, RECEIVER, DIAGNOSIS, WAIVER)
                .because("what is read from the file that people copy is judged, and not what the file was made from")
                .check(KIT);
        noClasses()
                .that()
                .resideInAPackage(CONFORMANCE)
                .and()
                .resideOutsideOfPackage(VERIFIER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(VERIFIER)
                .because("reports, waivers and formats know results, whoever came by them")
                .check(KIT);
        classes()
                .that()
                .resideInAPackage(VERIFIER)
                .and()
                .areTopLevelClasses()
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveNameMatching(".*\\.(Vectors|VerifierRun|VerifierSetup|Limits)")
                .because("how processes are talked to may change; what users give and get may not")
                .check(KIT);
    }

    @Test
    void vectorsAreMadeOfScenariosAndOfNothingThatRuns() {
        noClasses()
                .that()
                .resideInAPackage(VECTORS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WIRE, RUN, VERDICT, REPORT, DIAGNOSIS, RECEIVER, IN_PROCESS)
                .because("what a vector says comes from a plan and the contract, and never from how something answered")
                .check(KIT);
        noClasses()
                .that()
                .resideInAnyPackage(SCENARIO, SUITE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(VECTORS)
                .because("scenarios are sent to receivers whether or not they are vectors too")
                .check(KIT);
        classes()
                .that()
                .resideInAPackage(VECTORS)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveNameMatching(".*\\.(SignatureVectors?|VectorGroup|VectorFlag|VectorResult|Reason|Setting)")
                .because("whoever runs vectors in Java needs what they are, and not how they are made")
                .check(KIT);
    }

    @Test
    void nothingOfAReportIsWrittenUnescaped() {
        String because = "the engine escapes every text but Content, which is the kit's own style sheet and script";
        classes()
                .that()
                .areAssignableTo(Content.class)
                .should()
                .haveSimpleName("Inline")
                .because(because)
                .check(KIT);
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(Inline|Jte[a-z]+Generated)")
                .should()
                .callMethodWhere(target(owner(assignableTo(TemplateOutput.class))))
                .because(because)
                .check(KIT);
    }

    @Test
    void receiverIsIndependentOfWhatTestsIt() {
        noClasses()
                .that()
                .resideInAPackage(RECEIVER)
                .should()
                .dependOnClassesThat(resideInAnyPackage(SCHEMAS, SIMULATOR)
                        .or(resideInAPackage(CONFORMANCE).and(not(resideInAPackage(RECEIVER)))))
                .because("a receiver that shared the sender's signing would agree with it also where both are wrong")
                .check(KIT);
        noClasses()
                .that()
                .resideOutsideOfPackage(RECEIVER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(RECEIVER)
                .because("it needs a server that is optional for users of the library")
                .check(KIT);
    }

    @Test
    void whatStartsReceiversKnowsNoRun() {
        noClasses()
                .that()
                .resideInAnyPackage(START, COMMAND)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SCENARIO, SUITE, VERDICT, RUN, REPORT, DIAGNOSIS, RECEIVER)
                .because("a receiver is started the same way whatever is done to it then")
                .check(KIT);
    }

    @Test
    void onlyTransportProbesAndReceiverTouchSockets() {
        noClasses()
                .that()
                .resideOutsideOfPackages(WIRE, RECEIVER)
                .and()
                .doNotHaveSimpleName("JsonOverHttp")
                .and()
                // Asks whether a receiver that was started takes connections, and sends nothing.
                .doNotHaveFullyQualifiedName("io.statuspulse.conformance.start.Port")
                .should()
                .dependOnClassesThat(SOCKETS)
                .because("what leaves the machine must be found in one place")
                .check(KIT);
    }

    @Test
    void librariesNeitherPrintNorExit() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("only the command prints and exits: inside a user's test the streams are the user's")
                .check(KIT);
    }

    @Test
    void librariesHookIntoNoEndOfTheJvm() {
        noClasses()
                .should()
                .callMethod(Runtime.class, "addShutdownHook", Thread.class)
                .because("only the command knows that the end of the JVM is the end of its run")
                .check(KIT);
    }

    @Test
    void jvmWideSettingsAreLeftAlone() {
        noClasses()
                .should()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .orShould()
                .callMethod(java.security.Security.class, "setProperty", String.class, String.class)
                .orShould()
                .callMethod(java.util.Locale.class, "setDefault", java.util.Locale.class)
                .orShould()
                .callMethod(java.util.TimeZone.class, "setDefault", java.util.TimeZone.class)
                .because("the kit runs inside other people's processes")
                .check(KIT);
    }

    @Test
    void defaultTimeZoneIsNeverRead() {
        noClasses()
                .should()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.util.TimeZone.class, "getDefault")
                .because("a run says the same wherever it is made")
                .check(KIT);
    }

    @Test
    void whatOthersWroteIsLoadedInOnePlace() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ServiceSources")
                .and()
                .doNotHaveSimpleName("ScenarioFile")
                .should()
                .dependOnClassesThat(assignableTo(ServiceLoader.class).or(assignableTo(URLClassLoader.class)))
                .because("it may throw anything, and the user must be told which of it did")
                .check(KIT);
    }

    @Test
    void defectsAndTheReceiversInsidesAreNoApi() {
        classes()
                .that()
                .resideInAPackage(RECEIVER)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleName("BuiltInReceiver")
                .orShould()
                .haveSimpleName("ReceiverSettings")
                .orShould()
                .haveSimpleName("Defect")
                .orShould()
                .haveSimpleName("Defects")
                .because("users start a receiver and choose a defect; how it is built may change")
                .check(KIT);
    }

    @Test
    void runnerSInsidesAreNoApi() {
        classes()
                .that()
                .resideInAPackage(RUN)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleName("Session")
                .orShould()
                .haveSimpleName("RunSettings")
                .orShould()
                .haveSimpleName("RunListener")
                .orShould()
                .haveSimpleName("ReceiverAccess")
                .orShould()
                .haveSimpleName("EffectProbe")
                .orShould()
                .haveSimpleName("HttpEffectProbe")
                .orShould()
                .haveSimpleName("WireMockEffectProbe")
                .orShould()
                .haveSimpleName("HttpStateProbe")
                .orShould()
                .haveSimpleName("HookCommand")
                .orShould()
                .haveSimpleName("Hooks")
                .because("how a verdict is reached may change")
                .check(KIT);
        classes()
                .that()
                .resideInAPackage(SUITE)
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .haveSimpleName("Suite")
                .orShould()
                .haveSimpleName("Selection")
                .orShould()
                .haveSimpleName("Profile")
                .orShould()
                .haveSimpleName("Catalogue")
                .orShould()
                .haveSimpleName("ScenarioSource")
                .orShould()
                .haveSimpleName("Split")
                .because("scenarios are reached through the suite, not through the file of their area")
                .check(KIT);
    }
}
