using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>What each signal takes from a trust of 100.</summary>
public sealed record TrustWeightsRequest(int? MockLocation, int? Attestation, int? DeviceClock, int? Accuracy);

public sealed record SignalPolicyDocument(
    double? MostKilometresPerHour,
    double? LeastTravelKilometres,
    double? MostAccuracyMetres,
    int? RepeatedDays,
    int? SharedPeople,
    int? SharedPairDays,
    int? PeopleOnDevice,
    int? DevicesOfPerson);

/// <summary>Chance in percent of each window, how many a day at the most, how long, between which times of the wall clock.</summary>
public sealed record SpotCheckRuleRequest(int? ChancePercent, int? MostPerDay, int? WindowMinutes, string? From, string? To);

/// <summary>A policy of kind <c>check-in</c>; what is left out is as shipped.</summary>
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
    SpotCheckRuleRequest? SpotChecks)
{
    private static readonly CheckInPolicy Shipped = CheckInPolicy.Default;

    public Result<CheckInPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var from = MidDayFrom is null ? Shipped.MidDayFrom : fields.Minute("midDayFrom", MidDayFrom);
        var to = MidDayTo is null ? Shipped.MidDayTo : fields.Minute("midDayTo", MidDayTo);
        if (from >= to)
        {
            fields.Add("midDayTo", "Later than midDayFrom.");
        }

        var policy = new CheckInPolicy(
            version,
            Duration.FromSeconds(Whole("mostClockSkewSeconds", MostClockSkewSeconds, (int)Shipped.MostClockSkew.TotalSeconds, 0, 86_400)),
            Duration.FromDays(Whole("mostAgeDays", MostAgeDays, (int)Shipped.MostAge.TotalDays, 1, 31)),
            Duration.FromMinutes(Whole("sentLateAfterMinutes", SentLateAfterMinutes, (int)Shipped.SentLateAfter.TotalMinutes, 0, 1440)))
        {
            ExpectedPerDay = Whole("expectedPerDay", ExpectedPerDay, Shipped.ExpectedPerDay, 1, 10),
            ReviewBelowTrust = Whole("reviewBelowTrust", ReviewBelowTrust, Shipped.ReviewBelowTrust, 0, 100),
            LeastAccuracyMetres = Number("leastAccuracyMetres", LeastAccuracyMetres, Shipped.LeastAccuracyMetres, 100),
            Weights = WeightsOf(Weights ?? new(null, null, null, null)),
            Signals = SignalsOf(Signals ?? new(null, null, null, null, null, null, null, null)),
            SpotChecks = SpotChecksOf(SpotChecks ?? new(null, null, null, null, null)),
        };
        return fields.Finish(() => policy with { MidDayFrom = from!.Value, MidDayTo = to!.Value });

        TrustWeights WeightsOf(TrustWeightsRequest body) => new(
            Whole("weights/mockLocation", body.MockLocation, TrustWeights.Default.MockLocation, 0, 100),
            Whole("weights/attestation", body.Attestation, TrustWeights.Default.Attestation, 0, 100),
            Whole("weights/deviceClock", body.DeviceClock, TrustWeights.Default.DeviceClock, 0, 100),
            Whole("weights/accuracy", body.Accuracy, TrustWeights.Default.Accuracy, 0, 100));

        SignalPolicy SignalsOf(SignalPolicyDocument body) => new()
        {
            MostKilometresPerHour = Number(
                "signals/mostKilometresPerHour", body.MostKilometresPerHour, SignalPolicy.Default.MostKilometresPerHour, 100_000),
            LeastTravelKilometres = Number(
                "signals/leastTravelKilometres", body.LeastTravelKilometres, SignalPolicy.Default.LeastTravelKilometres, 20_000),
            MostAccuracyMetres = Number(
                "signals/mostAccuracyMetres", body.MostAccuracyMetres, SignalPolicy.Default.MostAccuracyMetres, 1000),
            RepeatedDays = Whole("signals/repeatedDays", body.RepeatedDays, SignalPolicy.Default.RepeatedDays, 2, 31),
            SharedPeople = Whole("signals/sharedPeople", body.SharedPeople, SignalPolicy.Default.SharedPeople, 2, 1000),
            SharedPairDays = Whole("signals/sharedPairDays", body.SharedPairDays, SignalPolicy.Default.SharedPairDays, 1, 31),
            PeopleOnDevice = Whole("signals/peopleOnDevice", body.PeopleOnDevice, SignalPolicy.Default.PeopleOnDevice, 2, 1000),
            DevicesOfPerson = Whole("signals/devicesOfPerson", body.DevicesOfPerson, SignalPolicy.Default.DevicesOfPerson, 2, 1000),
        };

        SpotCheckRule SpotChecksOf(SpotCheckRuleRequest body)
        {
            var (none, most) = (SpotCheckRule.None, Whole("spotChecks/mostPerDay", body.MostPerDay, 1, 1, 10));
            var length = Whole("spotChecks/windowMinutes", body.WindowMinutes, none.WindowMinutes, 1, 480);
            var begin = body.From is null ? none.From : fields.Minute("spotChecks/from", body.From);
            var end = body.To is null ? none.To : fields.Minute("spotChecks/to", body.To);
            if (begin is { } first && end is { } last
                && (last.TickOfDay - first.TickOfDay) / NodaConstants.TicksPerMinute < (long)most * length)
            {
                fields.Add("spotChecks/to", "There is no room for so many windows between from and to.");
            }

            return new SpotCheckRule
            {
                ChancePercent = Whole("spotChecks/chancePercent", body.ChancePercent, none.ChancePercent, 0, 100),
                MostPerDay = most,
                WindowMinutes = length,
                From = begin ?? none.From,
                To = end ?? none.To,
            };
        }

        int Whole(string field, int? given, int shipped, int least, int most) =>
            (int)Within(field, given ?? shipped, least, most);

        double Number(string field, double? given, double shipped, double most) => Within(field, given ?? shipped, 0, most);

        double Within(string field, double value, double least, double most)
        {
            if (!(value >= least && value <= most))
            {
                fields.Add(field, FormattableString.Invariant($"A number from {least} to {most} is expected."));
            }

            return value;
        }
    }
}
