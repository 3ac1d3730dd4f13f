package com.example

import io.statuspulse.conformance.receiver.BuiltInReceiver
import io.statuspulse.conformance.receiver.ReceiverSettings

/** What stands for the user's receiver. */
object Server {
    const val SECRET = "whsec_kotlin_0123456789"

    private val receiver by lazy { BuiltInReceiver.start(ReceiverSettings.of(SECRET)) }

    fun url() = receiver.url()

    fun timesProcessed(eventId: String) = receiver.effects(eventId)
}
