package org.officeos.handheld.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.officeos.handheld.link.LinkException;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.StoreException;

class ReasonsTest {

  @Test
  void everyReasonNamesItsCauseAndTheNextStepInWholeSentences() {
    Set<String> causes = new HashSet<>();
    for (Reason reason : Reason.values()) {
      assertTrue(reason.cause().matches("[A-Z].*[.]"), reason + ": " + reason.cause());
      assertTrue(reason.nextStep().matches("[A-Z].*[.]"), reason + ": " + reason.nextStep());
      assertTrue(causes.add(reason.cause()), reason + " has a cause of its own");
    }
  }

  @Test
  void everyResultButSuccessHasAReasonOnItsOwnSide() {
    Set<Reason> seen = EnumSet.noneOf(Reason.class);
    for (ResultCode result : EnumSet.complementOf(EnumSet.of(ResultCode.OK))) {
      Reason reason = Reasons.of(result);
      assertTrue(seen.add(reason), result + " shares its reason");
      Outcome expected =
          switch (result) {
            case EXPIRED, REVOKED -> Outcome.NOT_PAIRED;
            case CANCELLED -> Outcome.CANCELLED;
            case OK,
                MALFORMED,
                UNSUPPORTED,
                PERMISSION_DENIED,
                RATE_LIMITED,
                TOO_MANY_CONCURRENT,
                NOT_CONFIGURED,
                UPSTREAM_UNREACHABLE,
                UPSTREAM_TIMEOUT,
                UPSTREAM_ERROR,
                UPSTREAM_RATE_LIMITED,
                UPSTREAM_INVALID,
                TOO_LARGE,
                SHUTTING_DOWN,
                INTERNAL ->
                Outcome.REFUSED;
          };
      assertEquals(expected, reason.outcome(), result.name());
    }
    assertThrows(IllegalArgumentException.class, () -> Reasons.of(ResultCode.OK));
  }

  @Test
  void everyEndOfASessionHasAReason() {
    for (SessionException.Reason end : SessionException.Reason.values()) {
      Reason reason = OfficeException.of(new SessionException(end)).reason();
      boolean ownFault = end == SessionException.Reason.INTERNAL;
      assertEquals(ownFault, reason == Reason.INTERNAL, end.name());
    }
    assertEquals(Outcome.NOT_PAIRED, Reasons.of(SessionException.Reason.EXPIRED).outcome());
    assertEquals(Outcome.NOT_PAIRED, Reasons.of(SessionException.Reason.REVOKED_BY_PEER).outcome());
    assertEquals(Outcome.NOT_PAIRED, Reasons.of(SessionException.Reason.UNKNOWN_PEER).outcome());
    assertEquals(Outcome.NO_CONNECTION, Reasons.of(SessionException.Reason.CUT).outcome());
    assertEquals(Outcome.NO_CONNECTION, Reasons.of(SessionException.Reason.BAD_TAG).outcome());
    assertEquals(
        Outcome.THIS_DEVICE, Reasons.of(SessionException.Reason.CLOCK_RAN_BACKWARDS).outcome());
  }

  @Test
  void carriesTheLaptopsWordsAndWhenToTryAgain() {
    OfficeException e =
        OfficeException.of(
            Response.of(ResultCode.RATE_LIMITED)
                .with(Meta.DETAIL, "six a minute")
                .with(Meta.RETRY_AFTER_MILLIS, 4200));
    assertEquals(Reason.RATE_LIMITED, e.reason());
    assertEquals(Optional.of("six a minute"), e.detail());
    assertEquals(OptionalLong.of(4200), e.retryAfterMillis());
    assertEquals(
        Reason.RATE_LIMITED.cause() + " " + Reason.RATE_LIMITED.nextStep(), e.getMessage());
    OfficeException bare = OfficeException.of(Response.of(ResultCode.INTERNAL));
    assertEquals(Optional.empty(), bare.detail());
    assertEquals(OptionalLong.empty(), bare.retryAfterMillis());
  }

  @Test
  void passesOnWhatTheStoreSaid() {
    StoreException store =
        new StoreException(StoreException.Reason.DISK_FULL, Path.of("store"), "free some space");
    assertEquals(Optional.ofNullable(store.getMessage()), OfficeException.of(store).detail());
    OfficeException e =
        OfficeException.of(
            new SessionException(SessionException.Reason.STORE, "not stored", store));
    assertEquals(Reason.STORE, e.reason());
    assertEquals(Optional.ofNullable(store.getMessage()), e.detail());
    assertNotEquals(null, e.getCause());
  }

  @Test
  void namesWhatWentWrongOverTheAirAndWhoCanAct() {
    Map<LinkException.Reason, Reason> air =
        Map.of(
            LinkException.Reason.NO_LAPTOP_KNOWN, Reason.LAPTOP_RADIO_UNKNOWN,
            LinkException.Reason.SEVERAL_LAPTOPS, Reason.SEVERAL_LAPTOPS,
            LinkException.Reason.LAPTOP_NOT_FOUND, Reason.LAPTOP_NOT_HEARD,
            LinkException.Reason.GROUP_FAILED, Reason.NO_GROUP,
            LinkException.Reason.RADIO_UNUSABLE, Reason.WIFI_DIRECT_UNUSABLE,
            LinkException.Reason.NOT_PERMITTED, Reason.WIFI_DIRECT_UNUSABLE,
            LinkException.Reason.RADIO_TAKEN, Reason.RADIO_TAKEN,
            LinkException.Reason.OTHER_WAY, Reason.LINK_FORBIDDEN);
    air.forEach(
        (reason, expected) -> {
          OfficeException e = LinkReasons.of(new LinkException(reason, "what and what to do"));
          assertEquals(expected, e.reason());
          assertEquals(Optional.of("what and what to do"), e.detail());
          assertEquals(
              Optional.empty(),
              RetryPolicy.DEFAULT.pauseAfter(1, RetryPolicy.Stage.CONNECTING, expected, 0));
        });
    assertEquals(Outcome.NOT_PAIRED, Reason.LAPTOP_RADIO_UNKNOWN.outcome());
    assertEquals(Outcome.NO_CONNECTION, Reason.LAPTOP_NOT_HEARD.outcome());
    assertEquals(Outcome.THIS_DEVICE, Reason.RADIO_TAKEN.outcome());
  }
}
