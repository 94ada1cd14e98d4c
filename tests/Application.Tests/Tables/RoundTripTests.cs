using Azure.Data.Tables;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Feedback;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Application.Surveys;
using Kinerja.Application.Tests.Tables.Pinned;
using Kinerja.Application.Workforce;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.Tables;

/// <summary>Whatever is stored comes back equal, and its row keeps within the service's limits.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void An_agency_comes_back() =>
        ComesBack(a => a.AgencyRow(), a => TableAgencies.Write(a, Some.Actor), TableAgencies.Read);

    [Fact]
    public void A_unit_comes_back() =>
        ComesBack(a => a.UnitRow(), u => WorkforceRows.Write(Some.AgencyId, u, Some.Actor), WorkforceRows.ReadUnit);

    [Fact]
    public void An_employee_comes_back() =>
        ComesBack(
            a => a.Employment(),
            e => WorkforceRows.Write(Some.AgencyId, e, new(2026, 3, 1), Some.Actor),
            WorkforceRows.ReadEmployee);

    [Fact]
    public void A_post_comes_back() =>
        ComesBack(a => a.PostRow(), p => WorkforceRows.Write(Some.AgencyId, p, Some.Actor), WorkforceRows.ReadPost);

    [Fact]
    public void An_entitlement_comes_back() =>
        ComesBack(a => a.Entitlement(), e => EntitlementRows.Write(Some.AgencyId, e), EntitlementRows.Read);

    [Fact]
    public void A_planned_day_comes_back_by_person_and_by_unit()
    {
        ComesBack(a => a.FlexibleDay(), new FlexibleDayRows("p").Day, FlexibleDayRows.Read);
        ComesBack(a => a.FlexibleDay(), new FlexibleDayRows("p").UnitDay, FlexibleDayRows.Read);
    }

    [Fact]
    public void A_year_of_a_persons_planned_days_comes_back()
    {
        var dates = Enumerable.Range(0, 371).Select(new NodaTime.LocalDate(2026, 1, 1).PlusDays).ToList();
        var row = new FlexibleDayRows("p").Person(new Any(new Random(1)).FlexibleDay(), dates);
        Assert.Equal(dates, FlexibleDayRows.ReadDates(Columns.WithinLimits(row)));
    }

    [Fact]
    public void A_survey_comes_back() => ComesBack(
        a => a.Survey(),
        s => SurveyRows.Write(Some.AgencyId, s),
        SurveyRows.Read,
        (stored, read) => Assert.Equal(Leaves.Of(stored), Leaves.Of(read)));

    [Fact]
    public void A_survey_response_comes_back() => ComesBack(
        a => a.SurveyResponse(),
        r => SurveyRows.Write(new AskedAgency(Some.AgencyId, Domain.SurveyId.Parse("fwa").Value, Some.AgencyId), r),
        SurveyRows.ReadResponse,
        (stored, read) =>
        {
            Assert.Equal(stored.Answers, read.Answers);
            Assert.Equal(stored, read with { Answers = stored.Answers });
        });

    [Fact]
    public void A_policy_document_comes_back() => ComesBack(
        a => a.Policy(),
        d => TablePolicies.Write(Some.AgencyId, d),
        TablePolicies.Read,
        (stored, read) =>
        {
            Assert.Equal(stored.Json.ToArray(), read.Json.ToArray());
            Assert.Equal(stored, read with { Json = stored.Json });
        });

    [Fact]
    public void A_rating_comes_back() =>
        ComesBack(a => a.Rating(), r => RatingRows.Write(Some.AgencyId, r), RatingRows.Read);

    [Fact]
    public void A_units_performance_comes_back() =>
        ComesBack(a => a.UnitPerformance(), p => RatingRows.Write(Some.AgencyId, p), RatingRows.ReadUnit);

    [Fact]
    public void A_raters_reason_comes_back() =>
        ComesBack(
            a => new RaterReason(a.Period(), a.Person(), a.Text(), a.Instant(), 1 + a.Int(1_000_000)),
            r => RaterReasonRows.Write(Some.AgencyId, r),
            RaterReasonRows.Read);

    [Fact]
    public void A_run_comes_back() => ComesBack(a => a.Run(), TableRuns.Write, TableRuns.Read);

    [Fact]
    public void A_frozen_input_comes_back() =>
        ComesBack(a => a.Input(), i => EvaluationRows.Write("p", i), EvaluationRows.ReadInput);

    [Fact]
    public void An_evaluation_comes_back() =>
        ComesBack(a => a.Evaluation(), e => EvaluationRows.Write("p", e), EvaluationRows.ReadEvaluation);

    [Fact]
    public void A_place_comes_back() =>
        ComesBack(a => a.Line(), l => TableRankings.Write("p", l, 7), TableRankings.ReadLine);

    [Fact]
    public void A_check_in_comes_back() => ComesBack(
        a => a.CheckIn(),
        c => CheckInRows.Write("p", "r", c),
        CheckInRows.Read,
        (stored, read) =>
        {
            Assert.Equal(stored.Reasons, read.Reasons);
            Assert.Equal(stored, read with { Reasons = stored.Reasons });
        });

    [Fact]
    public void A_review_comes_back() => ComesBack(
        a => a.Review(),
        ReviewRows.Write,
        ReviewRows.Read,
        (stored, read) =>
        {
            Assert.Equal(stored.Trail, read.Trail);
            Assert.True(stored.Evidence.Zip(read.Evidence).All(pair => pair.First.IsSameAs(pair.Second)));
            Assert.Equal(stored.Evidence.Count, read.Evidence.Count);
            Assert.Equal(stored, read with { Evidence = stored.Evidence, Trail = stored.Trail });
        });

    [Fact]
    public void An_attendance_month_comes_back() => ComesBack(
        a => a.Month(),
        m => AttendanceRows.Write("p", m),
        AttendanceRows.Read,
        (stored, read) =>
        {
            Assert.Equal(stored.Days, read.Days);
            Assert.Equal(stored, read with { Days = stored.Days });
        });

    [Fact]
    public void A_mark_on_a_month_comes_back() => ComesBack(
        a => new StaleMonth(a.Maybe(a.Person), a.Instant(), ""),
        m => TableStaleMonths.Write(
            new MonthBucket(Some.AgencyId, new(2026, 2), 1, 8), m.EmployeeId?.ToString() ?? "_all", m.MarkedAt),
        TableStaleMonths.Read);

    [Fact]
    public void Leave_comes_back() =>
        ComesBack(a => a.Leave(), e => LeaveRows.Write(Some.AgencyId, new(2026, 2), e), LeaveRows.Read);

    [Fact]
    public void A_correction_comes_back() => ComesBack(
        a => a.Correction(),
        c => CorrectionRows.Write("p", "r", c),
        CorrectionRows.Read,
        (stored, read) =>
        {
            Assert.Equal(stored.Correction.Trail, read.Correction.Trail);
            Assert.Equal(stored, read with { Correction = read.Correction with { Trail = stored.Correction.Trail } });
        });

    [Fact]
    public void An_outage_window_comes_back() => ComesBack(
        a => a.Outage(),
        o => OutageRows.Write("r", o),
        OutageRows.Read,
        (stored, read) =>
        {
            Assert.Equal(stored.Window.Units, read.Window.Units);
            Assert.Equal(stored, read with { Window = read.Window with { Units = stored.Window.Units } });
        });

    [Fact]
    public void The_longest_texts_keep_within_the_limits()
    {
        var words = new string('ꦏ', 2000);
        Columns.WithinLimits(FeedbackRows.Write(Some.Note(Some.Feedback() with { Words = words })));
        Columns.WithinLimits(
            RatingRows.Write(
                Some.AgencyId, Some.Rating() with { Reason = words }));
    }

    /// <summary>1,200 pages are a ranking of 307,200 people: its manifest is longer than a column.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(64 * 1024)]
    [InlineData(1_200 * 185)]
    public void A_ranking_page_comes_back_byte_for_byte(int length)
    {
        var json = new byte[length];
        new Random(length).NextBytes(json);
        var read = TableRankings.ReadPage(Columns.WithinLimits(TableRankings.Write("p", new RankingPage(7, json))));
        Assert.Equal(7, read.Number);
        Assert.Equal(json, read.Json.ToArray());
    }

    [Fact]
    public void Nothing_but_null_is_left_out_of_a_row()
    {
        var bare = CheckInRows.Write("p", "r", new Any(new Random(1)).CheckIn() with
        {
            Claim = Some.Claim() with { Position = null, MockLocation = null, Provider = null, DeviceId = null },
            Verdict = FenceVerdict.Unknown,
            Mode = null,
        });
        string[] optional = [
            "Latitude", "Longitude", "AccuracyMetres", "MockLocation", "Provider", "DeviceId", "FenceId", "Mode"
        ];
        Assert.DoesNotContain(optional, bare.ContainsKey);
        Assert.Null(CheckInRows.Read(bare).Claim.Position);
    }

    internal static void ComesBack<T>(
        Func<Any, T> make,
        Func<T, TableEntity> write,
        Func<TableEntity, T> read,
        Action<T, T>? same = null) => Always.HoldsFor(random =>
        {
            var stored = make(new Any(random));
            (same ?? Assert.Equal)(stored, read(Columns.WithinLimits(write(stored))));
        });
}
