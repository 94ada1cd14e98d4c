using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Geofencing;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;
using NodaTime;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Application.Tests.Tables;

/// <summary>Any valid value of each stored thing. Equal seeds make equal values.</summary>
internal sealed class Any(Random random) : AnyValue(random)
{
    internal SubmittedCheckIn Claim() => new(
        Client(), Agency(), Person(), Enum<CheckInKind>(), Instant(), Maybe(Instant), Maybe(Position), Maybe(Bool),
        MaybeWords(), MaybeWords())
    {
        Attestation = Maybe(() => new Attestation(Enum<AttestationVerdict>(), Maybe(Hash))),
        Network = Maybe(Enum<NetworkKind>),
        BatteryPercent = Maybe(() => Int(100)),
        PhotoSha256 = Maybe(Hash),
        AssistedById = Maybe(Person),
    };

    internal Sha256Hex Hash()
    {
        var bytes = new byte[32];
        Random.NextBytes(bytes);
        return Sha256Hex.Parse(Convert.ToHexString(bytes), "").Value;
    }

    internal CheckIn CheckIn() => new(
        Claim(), Instant(), Verdict(), Maybe(Enum<WorkMode>), Zone(), Day(), Instant(), Enum<TimeSource>(), Int(100),
        [.. System.Enum.GetValues<CheckInReason>().Take(Random.Next(1, 14))], "check-in-2026.1")
    {
        MovedBy = Maybe(() => Duration.FromTicks(Random.Next(-1_000_000, 1_000_000))),
    };

    internal Review Review()
    {
        var (person, signal) = (Person(), Enum<SignalKind>());
        return new Review(
            Agency(), ReviewId.Parse(Id(8, 100)).Value, person, Maybe(Person), signal,
            new YearMonth(2026, Random.Next(1, 13)),
            [.. Enumerable.Range(0, Random.Next(1, 5)).Select(_ => new Evidence(
                person, signal, Day(), [.. Enumerable.Range(0, Random.Next(1, 5)).Select(_ => Client())],
                new SignalFigures
                {
                    Trust = Maybe(() => Int(100)),
                    Kilometres = Maybe(() => Number(0, 20_000)),
                    Days = Maybe(() => Int(31))
                })
            {
                Asked = Bool() ? new AskedWindow(
                    (Day() + Time()).WithOffset(Offset.FromHours(9)),
                    (Day() + Time()).WithOffset(Offset.FromHours(7))) : null,
            })],
            Instant(), "check-in-2026.1",
            [.. Enumerable.Range(0, Random.Next(4)).Select(
                _ => new ReviewDecision(Enum<ReviewState>(), Person(), Text(), Instant()))]);
    }

    internal AttendanceMonth Month()
    {
        var month = new YearMonth(Random.Next(2) == 0 ? 2024 : 2026, Random.Next(1, 13));
        var days = month.ToDateInterval().Select(date => new AttendanceDay(
            date, Enum<DayStatus>(), Maybe(Enum<WorkMode>), Maybe(Enum<GeofenceKind>), Maybe(Time), Maybe(Time),
            Maybe(() => Int(1440)), Maybe(() => Int(1440)), Int(1440), Bool(),
            [.. Enumerable.Range(0, Random.Next(5)).Select(_ => new DayFinding(Enum<DayReason>(), MaybeWords()))],
            Bool() ? "working-time-shipped-2026.1" : "working-time-2026-01-01.2")
        {
            WorkedMinutes = Maybe(() => Int(1440)),
            ExcusedMinutes = Int(1440),
        });
        return new AttendanceMonth(Person(), month, [.. days], Bool() ? "calendar-shipped-2026.1" : null);
    }

    internal LeaveEntry Leave() => new(
        new Leave(Person(), Enum<LeaveKind>(), Day(), Day(), Text())
        {
            Part = Maybe(() => Bool() ? DayPart.Of(Enum<DayHalf>()) : DayPart.Of(Time(), Time().PlusMilliseconds(1))),
        },
        Bool(),
        Instant());

    internal CorrectionRecord Correction() => new(
        new Correction(
            Client(), Agency(), Person(), Day(), Enum<CorrectionKind>(), Time(), Text(), MaybeWords(),
            Enum<CorrectionState>(),
            [.. Enumerable.Range(0, Random.Next(1, 4)).Select(_ =>
                new CorrectionStep(Enum<CorrectionState>(), Person(), Instant(), MaybeWords()))])
        {
            At = Maybe(Instant),
        },
        Maybe(Time));

    internal OutageNotice Outage() => new(
        Agency(), 1 + Int(999_998),
        new OutageWindow(
            Client(), [.. Enumerable.Range(0, Random.Next(4)).Select(_ => Unit())], Instant(), Instant(), Text()),
        Bool(), Instant());

    internal PolicyDocument Policy()
    {
        var json = new byte[Int(200_000)];
        Random.NextBytes(json);
        return new PolicyDocument("working-time", Day(), 1 + Int(999_998), Instant(), json);
    }

    internal Rating Rating() => new(
        Period(), Person(), Person(), Enum<ExpectationLevel>(), Enum<ExpectationLevel>(), Score(), Score(),
        MaybeWords(), Instant(), 1 + Int(1_000_000))
    {
        NewIdea = Bool() ? new NewIdea(Text(), Text()) : null,
        Late = Bool(),
        ObjectionId = Bool() ? Client() : null,
    };

    internal UnitPerformance UnitPerformance() => new(Period(), Unit(), Enum<OrganisationLevel>(), Person(), Instant());

    /// <summary>A rating in it is the person's own.</summary>
    internal EvaluationInput Input()
    {
        var rating = Rating();
        return new EvaluationInput(
            rating.EmployeeId, Unit(), Bool(), Maybe(Enum<OrganisationLevel>), Bool() ? rating : null,
            new AttendanceSummary(Int(66), Int(66), Int(66), Int(66), Int(66), Int(66), Int(99999), Int(99999))
            {
                OnTimeDays = Int(66),
                FlexibleOnTimeDays = Int(66),
            },
            Int(9999))
        {
            Reward = Reward(),
            Facts = Facts(),
        };
    }

    internal EmployeeEvaluation Evaluation() => (Bool()
        ? new EmployeeEvaluation(Person(), Enum<NotAssessedReason>(), "evaluation-2026.1")
        : new EmployeeEvaluation(
            Person(),
            new Assessment(Enum<Predicate>(), Enum<ExpectationLevel>(), Enum<ExpectationLevel>(), Score(), Score()),
            "evaluation-2026.1")) with
    {
        UnitId = Maybe(Unit),
        Reward = Reward(),
        Facts = Facts(),
    };

    internal RewardFacts Reward() => new(Enum<DisciplineStatus>(), Maybe(() => Int(600)));

    internal PersonFacts Facts() => new(
        Maybe(Enum<EmploymentKind>), Bool() ? Text() : null, Maybe(() => 1 + Int(17)));

    internal RankingLine Line() =>
        new(1 + Int(5_000_000), Person(), Enum<Predicate>(), Score(), Score(), Enum<TopShare>(), Number(0, 1))
        {
            UnitPlace = Maybe(() => 1 + Int(5_000_000)),
        };

    internal EvaluationRun Run()
    {
        var run = new EvaluationRun(
            Agency(), Period(), 1 + Int(9), Enum<RunState>(), 1 + Int(60_000), 1 + Int(99), Instant(), Instant(),
            "evaluation-2026.1", "ranking-2026.1")
        {
            ObjectionPolicyVersion = Text(),
            DistributionPolicyVersion = Text(),
            LineSecret = Text(),
            PublishedAt = Maybe(Instant),
            FinalSince = Maybe(Instant),
            DeemedOn = Maybe(Day),
            ObjectionsUntil = Maybe(Day),
        };
        return Bool()
            ? run
            : run with { Correction = new RatingCorrection(Client(), Rating() with { Period = run.Period }) };
    }

    internal FeedbackNote Note() => new(Feedback(), Quarter(), Instant());

    private SubmittedFeedback Feedback() => new(
        Client(), Agency(), Person(), Person(), Enum<GiverRole>(), Enum<FeedbackSubject>(),
        Maybe(Enum<ExpectationLevel>), Text())
    {
        Guide = Maybe(() => Random.Next(1, 4)),
        Row = Bool() ? new(Day(), Domain.WorkPlans.PlanRowId.Parse(Id(1, 32)).Value) : null,
        Evidence = [.. Enumerable.Range(0, Random.Next(4))
            .Select(_ => new Domain.EvidenceLink(MaybeWords(), MaybeWords(), MaybeWords()))],
    };

    internal Geofence Fence() => new(
        FenceId(), 1 + Int(999_998), Text(), Enum<GeofenceKind>(), Zone(), Maybe(Day), Maybe(Day), Number(0.01, 0.99),
        new GeofenceScope([.. Enumerable.Range(0, Random.Next(4)).Select(_ => Unit())],
            [.. Enumerable.Range(0, Random.Next(4)).Select(_ => Person())])
        {
            Posts = [.. Enumerable.Range(0, Random.Next(4)).Select(_ => Post())],
        },
        AnyArea.Of(Random))
    {
        Hours = new FenceHours([.. Enumerable.Range(0, Random.Next(4)).Select(_ => Window())], Enum<HolidayRule>()),
        CapacityPeople = Maybe(() => 1 + Int(999_999)),
    };

    private WeeklyWindow Window() => new((WeekDays)Random.Next(1, 128), Minute(), Minute());

    private LocalTime Minute() => LocalTime.FromMinutesSinceMidnight(Random.Next(1440));

    internal Agency AgencyRow() => new(Agency(), Text(), Zone()) { BeganOn = Quarter().FirstDay, Seat = Maybe(Place) };

    private Seat Place() => Seat.Parse(Number(Seat.South, Seat.North), Number(Seat.West, Seat.East)).Value;

    internal History<OrganisationUnit> UnitRow()
    {
        var id = Unit();
        return HistoryOf(() => new OrganisationUnit(id, Text(), Maybe(Unit), Zone(), Maybe(Person), Bool())
        {
            HeadAs = Enum<HeadStanding>(),
            Active = Bool(),
        });
    }

    internal Employment Employment()
    {
        var id = Person();
        return new(
            HistoryOf(() => new Employee(id, Unit(), Enum<EmploymentKind>(), Maybe(Person), Bool())
            {
                PostId = Maybe(Post),
                Discipline = Enum<DisciplineStatus>(),
            }),
            Maybe(Day),
            Maybe(Day))
        {
            Away = [.. Enumerable.Range(0, Random.Next(3)).Select(_ => new DaysAway(Day(), Day()))],
        };
    }

    internal FlexibleDay FlexibleDay() =>
        new(Person(), Unit(), Day(), FenceId(), Instant(), "flexible-work-2026-01-01.1");

    internal Survey Survey()
    {
        var (opens, extended) = (new LocalDate(2026, 1, 1).PlusDays(Random.Next(300)), Bool());
        var last = opens.PlusDays(Random.Next(30));
        return new(
            SurveyId.Parse(Id(1, 48)).Value, Text().Trim(), opens, last, Enum<SurveyBreakdown>(),
            [
                new("puas", QuestionKind.Scale, "Puas?", []),
                new("pola", QuestionKind.Choice, "Pola?", ["WFO", "Hibrida é|𝄞"]),
                new("saran", QuestionKind.Text, "Saran?", []),
            ],
            [.. Enumerable.Range(0, Random.Next(3)).Select(_ => Unit())],
            [.. Enumerable.Range(0, Random.Next(3)).Select(_ => Post())])
        {
            Extensions = extended ? [new(last, last.PlusDays(7), Text().Trim(), Instant())] : [],
            Agencies = Bool() ? [Some.AgencyId] : [],
            Counted = Bool() ? [new(0, Instant()), new(1, Instant())] : [],
        };
    }

    internal SurveyResponse SurveyResponse() => new(
        Person(), Unit(), Enum<EmploymentKind>(), Enum<GovernmentLevel>(),
        [new("puas", 1 + Int(4), null, null), new("pola", null, Text(), null), new("saran", null, null, Text())],
        Instant());

    internal History<Post> PostRow()
    {
        var id = Post();
        return HistoryOf(
            () => new Post(id, Text(), Bool() ? Id(1, 48) : null, Bool()) { Class = Maybe(() => 1 + Int(17)) });
    }

    private History<T> HistoryOf<T>(Func<T> value)
        where T : IEquatable<T> => new(
        Enumerable.Range(0, 1 + Int(3)).Select(_ => Maybe(Day) ?? History<T>.Beginning).Distinct()
            .Select(day => new Dated<T>(day, value())));

    internal Entitlement Entitlement() => new(
        Person(), Enum<EntitlementKind>(), Day(), Day(), Maybe(Time), Maybe(() => 1 + Int(6)), Text(), Instant())
    {
        Version = 1 + Int(99),
        DecidedBy = Maybe(Person),
        Revoked = Bool() ? new Revocation(Day(), Text(), Instant()) : null,
    };

    private FenceVerdict Verdict() => Random.Next(4) == 0
        ? FenceVerdict.Unknown
        : new(Enum<Placement>(), FenceId(), 1 + Int(999), Enum<GeofenceKind>(), Number(-1e7, 1e7), Number(0, 1));
}
