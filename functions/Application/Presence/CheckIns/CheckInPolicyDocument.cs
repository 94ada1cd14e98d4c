using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// What each signal takes from a trust of 100. A corrected clock came later: where no document names it, it takes 5.
/// </summary>
public sealed record TrustWeightsRequest(
    int? MockLocation, int? Attestation, int? DeviceClock, int? Accuracy, int? ClockCorrected)
{
    private const int CorrectedWhenAbsent = 5;

    internal TrustWeightsRequest FilledFrom(TrustWeightsRequest? shipped) => new(
        MockLocation ?? shipped?.MockLocation,
        Attestation ?? shipped?.Attestation,
        DeviceClock ?? shipped?.DeviceClock,
        Accuracy ?? shipped?.Accuracy,
        ClockCorrected ?? shipped?.ClockCorrected);

    internal TrustWeights Read(FieldReader fields) => new(
        fields.Whole("weights/mockLocation", MockLocation, 0, 100) ?? 0,
        fields.Whole("weights/attestation", Attestation, 0, 100) ?? 0,
        fields.Whole("weights/deviceClock", DeviceClock, 0, 100) ?? 0,
        fields.Whole("weights/accuracy", Accuracy, 0, 100) ?? 0)
    {
        ClockCorrected = fields.Whole("weights/clockCorrected", ClockCorrected ?? CorrectedWhenAbsent, 0, 100) ?? 0,
    };
}

public sealed record SignalPolicyDocument(
    double? MostKilometresPerHour,
    double? LeastTravelKilometres,
    double? MostAccuracyMetres,
    int? RepeatedDays,
    int? SharedPeople,
    int? SharedPairDays,
    int? PeopleOnDevice,
    int? DevicesOfPerson,
    int? PeopleAssisted)
{
    /// <summary>Where no document names another.</summary>
    private const int AssistedWhenAbsent = 10;

    internal SignalPolicyDocument FilledFrom(SignalPolicyDocument? shipped) => new(
        MostKilometresPerHour ?? shipped?.MostKilometresPerHour,
        LeastTravelKilometres ?? shipped?.LeastTravelKilometres,
        MostAccuracyMetres ?? shipped?.MostAccuracyMetres,
        RepeatedDays ?? shipped?.RepeatedDays,
        SharedPeople ?? shipped?.SharedPeople,
        SharedPairDays ?? shipped?.SharedPairDays,
        PeopleOnDevice ?? shipped?.PeopleOnDevice,
        DevicesOfPerson ?? shipped?.DevicesOfPerson,
        PeopleAssisted ?? shipped?.PeopleAssisted);

    internal SignalPolicy Read(FieldReader fields) => new()
    {
        MostKilometresPerHour = fields.Measure("signals/mostKilometresPerHour", MostKilometresPerHour, 100_000) ?? 0,
        LeastTravelKilometres = fields.Measure("signals/leastTravelKilometres", LeastTravelKilometres, 20_000) ?? 0,
        MostAccuracyMetres = fields.Measure("signals/mostAccuracyMetres", MostAccuracyMetres, 1000) ?? 0,
        RepeatedDays = fields.Whole("signals/repeatedDays", RepeatedDays, 2, 31) ?? 0,
        SharedPeople = fields.Whole("signals/sharedPeople", SharedPeople, 2, 1000) ?? 0,
        SharedPairDays = fields.Whole("signals/sharedPairDays", SharedPairDays, 1, 31) ?? 0,
        PeopleOnDevice = fields.Whole("signals/peopleOnDevice", PeopleOnDevice, 2, 1000) ?? 0,
        DevicesOfPerson = fields.Whole("signals/devicesOfPerson", DevicesOfPerson, 2, 1000) ?? 0,
        PeopleAssisted = fields.Whole("signals/peopleAssisted", PeopleAssisted ?? AssistedWhenAbsent, 1, 1000) ?? 0,
    };
}

/// <summary>
/// Chance in percent of each window, how many a day at the most, how long, between which times of the wall clock.
/// </summary>
public sealed record SpotCheckRuleRequest(
    int? ChancePercent, int? MostPerDay, int? WindowMinutes, string? From, string? To)
{
    internal SpotCheckRuleRequest FilledFrom(SpotCheckRuleRequest? shipped) => new(
        ChancePercent ?? shipped?.ChancePercent,
        MostPerDay ?? shipped?.MostPerDay,
        WindowMinutes ?? shipped?.WindowMinutes,
        From ?? shipped?.From,
        To ?? shipped?.To);

    internal SpotCheckRule Read(FieldReader fields)
    {
        var most = fields.Whole("spotChecks/mostPerDay", MostPerDay, 1, 10);
        var length = fields.Whole("spotChecks/windowMinutes", WindowMinutes, 1, 480);
        var begin = fields.Minute("spotChecks/from", From);
        var end = fields.Minute("spotChecks/to", To);
        if (begin is { } first && end is { } last
            && (last <= first || new DayHours(first, last, 0).SpanMinutes < (most ?? 0) * (length ?? 0)))
        {
            fields.Add("spotChecks/to", "There is no room for so many windows between from and to.");
        }

        return new SpotCheckRule
        {
            ChancePercent = fields.Whole("spotChecks/chancePercent", ChancePercent, 0, 100) ?? 0,
            MostPerDay = most ?? 0,
            WindowMinutes = length ?? 0,
            From = begin ?? default,
            To = end ?? default,
        };
    }
}

/// <summary>
/// A policy of kind <c>check-in</c>. What its author leaves out is filled before it is read and stored.
/// </summary>
public sealed record CheckInPolicyDocument(
    int? MostClockSkewSeconds,
    int? MostAgeDays,
    int? SentLateAfterMinutes,
    int? ExpectedPerDay,
    string? MidDayFrom,
    string? MidDayTo,
    int? ReviewBelowTrust,
    double? LeastAccuracyMetres,
    TrustWeightsRequest? Weights,
    SignalPolicyDocument? Signals,
    SpotCheckRuleRequest? SpotChecks,
    int? MostClockCorrectionSeconds,
    double? MostUsableAccuracyMetres,
    int? MostProofsPerDay)
{
    /// <summary>A day: a wrong zone or a wrong half of the day is less. Where no document names another.</summary>
    private const int CorrectionWhenAbsent = 86_400;

    /// <summary>Coarser than a cell of the phone network in the country. Where no document names another.</summary>
    private const double UsableWhenAbsent = 10_000;

    /// <summary>More than a few a day would be surveillance, not control. Where no document names another.</summary>
    private const int ProofsWhenAbsent = 3;

    internal CheckInPolicyDocument FilledFrom(CheckInPolicyDocument shipped) => new(
        MostClockSkewSeconds ?? shipped.MostClockSkewSeconds,
        MostAgeDays ?? shipped.MostAgeDays,
        SentLateAfterMinutes ?? shipped.SentLateAfterMinutes,
        ExpectedPerDay ?? shipped.ExpectedPerDay,
        MidDayFrom ?? shipped.MidDayFrom,
        MidDayTo ?? shipped.MidDayTo,
        ReviewBelowTrust ?? shipped.ReviewBelowTrust,
        LeastAccuracyMetres ?? shipped.LeastAccuracyMetres,
        Weights?.FilledFrom(shipped.Weights) ?? shipped.Weights,
        Signals?.FilledFrom(shipped.Signals) ?? shipped.Signals,
        SpotChecks?.FilledFrom(shipped.SpotChecks) ?? shipped.SpotChecks,
        MostClockCorrectionSeconds ?? shipped.MostClockCorrectionSeconds,
        MostUsableAccuracyMetres ?? shipped.MostUsableAccuracyMetres,
        MostProofsPerDay ?? shipped.MostProofsPerDay);

    public Result<CheckInPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var from = fields.Minute("midDayFrom", MidDayFrom);
        var to = fields.Minute("midDayTo", MidDayTo);
        if (from >= to)
        {
            fields.Add("midDayTo", "Later than midDayFrom.");
        }

        var skew = fields.Whole("mostClockSkewSeconds", MostClockSkewSeconds, 0, 86_400);
        var correction = fields.Whole(
            "mostClockCorrectionSeconds", MostClockCorrectionSeconds ?? CorrectionWhenAbsent, 0, 31 * 86_400);
        var age = fields.Whole("mostAgeDays", MostAgeDays, 1, 31);
        var late = fields.Whole("sentLateAfterMinutes", SentLateAfterMinutes, 0, 1440);
        var expected = fields.Whole("expectedPerDay", ExpectedPerDay, 1, 10);
        var review = fields.Whole("reviewBelowTrust", ReviewBelowTrust, 0, 100);
        var accuracy = fields.Measure("leastAccuracyMetres", LeastAccuracyMetres, 100);
        var usable = fields.Measure(
            "mostUsableAccuracyMetres", MostUsableAccuracyMetres ?? UsableWhenAbsent, 100_000);
        var proofs = fields.Whole("mostProofsPerDay", MostProofsPerDay ?? ProofsWhenAbsent, 0, 50);
        var weights = fields.Required("weights", Weights)?.Read(fields);
        var signals = fields.Required("signals", Signals)?.Read(fields);
        var spotChecks = fields.Required("spotChecks", SpotChecks)?.Read(fields);
        return fields.Finish(() => new CheckInPolicy(
            version,
            Duration.FromSeconds(skew!.Value),
            Duration.FromDays(age!.Value),
            Duration.FromMinutes(late!.Value))
        {
            MostClockCorrection = Duration.FromSeconds(correction!.Value),
            ExpectedPerDay = expected!.Value,
            MidDayFrom = from!.Value,
            MidDayTo = to!.Value,
            ReviewBelowTrust = review!.Value,
            LeastAccuracyMetres = accuracy!.Value,
            MostUsableAccuracyMetres = usable!.Value,
            MostProofsPerDay = proofs!.Value,
            Weights = weights!,
            Signals = signals!,
            SpotChecks = spotChecks!,
        });
    }
}
