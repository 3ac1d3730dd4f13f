package com.example

import io.statuspulse.conformance.suite.Profile
import io.statuspulse.junit.ConformanceTest
import io.statuspulse.junit.ReceiverProvider
import io.statuspulse.junit.ReceiverUnderTest
import io.statuspulse.junit.ScenarioRun
import io.statuspulse.junit.SecretConformance
import io.statuspulse.junit.SignatureConformance

class MyReceiverTest : SignatureConformance {
    override fun receiver(): ReceiverUnderTest =
        ReceiverUnderTest.at(Server.url())
            .secret(Server.SECRET)
            .effects { eventId -> Server.timesProcessed(eventId) }
}

/** A base of one's own, with a body: what becomes of it is up to the compiler's -jvm-default. */
interface OurReceiver : ReceiverProvider {
    override fun receiver(): ReceiverUnderTest = ReceiverUnderTest.at { Server.url() }.secret(Server.SECRET)
}

class SharedBaseTest : OurReceiver, SecretConformance {
    override fun receiver() = super<OurReceiver>.receiver()
}

class QuickTest : OurReceiver {
    @ConformanceTest(profile = [Profile.QUICK])
    fun conforms(run: ScenarioRun) = run.verify()
}
