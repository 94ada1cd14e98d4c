using FsCheck.Fluent;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Workforce;

/// <summary>Moves between agencies: which can be, and what they say of where somebody served.</summary>
public sealed class MoveTests
{
    private static readonly AgencyId A = Agency("asal"), B = Agency("baru"), C = Agency("ketiga");
    private static readonly EmployeeId Anna = Person("anna-di-a"), Berta = Person("anna-di-b"),
        Cita = Person("anna-di-c");
    private static readonly LocalDate May = new(2026, 5, 1), June = new(2026, 6, 1), July = new(2026, 7, 1);

    [Fact]
    public void The_same_move_again_replaces_nothing_and_another_day_corrects_the_day()
    {
        Assert.Null(MoveRules.Accept(Comes(June), [Comes(June)]).Value.Replaces);
        Assert.Equal(Comes(June), MoveRules.Accept(Comes(May), [Comes(June)]).Value.Replaces);
        Assert.Equal(Comes(June), MoveRules.Accept(Comes(July), [Comes(June)]).Value.Replaces);
    }

    [Fact]
    public void A_withdrawn_move_stands_in_nobodys_way()
    {
        Assert.Null(MoveRules.Accept(Comes(May), [Comes(June) with { Withdrawn = true }]).Value.Replaces);
        var other = Comes(June) with { FromAgencyId = C, FromEmployeeId = Cita, Withdrawn = true };
        Assert.Equal(Comes(June), MoveRules.Accept(Comes(June), [other]).Value.Move);
    }

    [Fact]
    public void A_second_stay_is_a_move_of_its_own_and_a_second_origin_contradicts()
    {
        var leaves = new Move(C, Cita, B, Berta, June);
        Assert.Null(MoveRules.Accept(Comes(July), [Comes(May), leaves]).Value.Replaces);

        var elsewhere = Comes(July) with { FromAgencyId = C, FromEmployeeId = Cita };
        Assert.Null(MoveRules.Accept(elsewhere, [Comes(May), leaves]).Value.Replaces);
        Assert.Equal(RefusalCodes.MoveContradicts, MoveRules.Accept(elsewhere, [Comes(May)]).Refusal!.Code);
        Assert.Equal(RefusalCodes.MoveContradicts, MoveRules.Accept(Comes(June), [leaves]).Refusal!.Code);
    }

    [Fact]
    public void Who_left_and_came_back_has_not_left()
    {
        var (leaves, back) = (new Move(C, Cita, B, Berta, June), new Move(B, Berta, C, Cita, July));
        Assert.Equal(June, MoveRules.LeftOn([Comes(May), leaves], B, Berta));
        Assert.Null(MoveRules.LeftOn([Comes(May), leaves, back], B, Berta));
        Assert.Equal(back, MoveRules.ArrivalBy([Comes(May), leaves, back], B, Berta, July));
        Assert.Equal(Comes(May), MoveRules.ArrivalBy([Comes(May), leaves, back], B, Berta, July.PlusDays(-1)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("2026-05-31", null)]
    [InlineData("2026-06-01", "2026-06-01")]
    [InlineData("2026-06-09", "2026-06-01")]
    public void Service_that_goes_on_after_the_move_is_found_from_its_first_day(string? ended, string? found)
    {
        var last = ended is null ? (LocalDate?)null : Day(ended);
        var service = new Employment(Employment.Always(Of(Anna)).Assignments, null, last ?? May);
        Assert.Equal(
            found is null ? (LocalDate?)null : Day(found),
            MoveRules.ServesAfterMove(
                new(A, service), [Comes(June)], May, July, _ => false));
        Assert.Null(MoveRules.ServesAfterMove(new(A, service), [Comes(June)], May, July, _ => true));
    }

    [Fact]
    public void Whoever_arrives_serves_from_that_day_on_however_he_was_registered()
    {
        var always = Employment.Always(Of(Berta));
        var later = new Employment(new([new(July, Of(Berta))]), null, null);
        foreach (var person in new[] { always, later, always.ArrivingOn(May, null), always.ArrivingOn(July, null) })
        {
            var arrived = person.ArrivingOn(June, null);
            Assert.Equal((false, true), (Serves(arrived, June.PlusDays(-1)), Serves(arrived, June)));
            Assert.True(Serves(arrived, July));
            Assert.Equal(arrived, arrived.ArrivingOn(June, null));
        }
    }

    [Fact]
    public void An_earlier_stay_stays_and_the_time_between_is_nobodys_here()
    {
        var (gone, back) = (new LocalDate(2026, 3, 1), June);
        Employment[] registered =
        [
            Employment.Always(Of(Anna)),
            new(Employment.Always(Of(Anna)).Assignments, null, gone.PlusDays(-1)),
            new(Employment.Always(Of(Anna)).Assignments.With(gone, Of(Anna) with { Active = false })
                .With(back, Of(Anna)), null, null),
        ];
        foreach (var person in registered)
        {
            var arrived = person.ArrivingOn(back, gone);
            Assert.Equal(
                [true, true, false, false, true, true],
                new[] { gone.PlusMonths(-2), gone.PlusDays(-1), gone, back.PlusDays(-1), back, July }
                    .Select(day => Serves(arrived, day)));
            Assert.Equal(arrived, arrived.ArrivingOn(back, gone));
        }
    }

    [Fact]
    public void Who_comes_back_after_a_last_day_was_not_in_service_between()
    {
        var known = new Employment(Employment.Always(Of(Anna)).Assignments, null, May);
        var again = RegisterRules.Next(known, Of(Anna), July, null, July);
        Assert.Equal(
            [true, false, false, true],
            new[] { May, May.PlusDays(1), July.PlusDays(-1), July }.Select(day => Serves(again, day)));
        Assert.Equal(again, RegisterRules.Next(again, Of(Anna), July, null, July));
    }

    /// <summary>The oracle walks day by day over what was said last of each day.</summary>
    [Fact]
    public void Arrivals_in_any_order_leave_days_before_the_last_one_recorded_to_others() => Always.Holds(
        Gen.Choose(-200, 200).ArrayOf(4).Select(days => days.Select(d => June.PlusDays(d)).ToList()),
        arrivals =>
        {
            var person = arrivals.Aggregate(Employment.Always(Of(Berta)), (held, day) => held.ArrivingOn(day, null));
            foreach (var day in Enumerable.Range(-210, 420).Select(d => June.PlusDays(d)))
            {
                Assert.Equal(day >= arrivals[^1], Serves(person, day));
            }
        });

    private static bool Serves(Employment person, LocalDate day) => person.On(day).Active;

    private static Move Comes(LocalDate on) => new(B, Berta, A, Anna, on);

    private static Employee Of(EmployeeId id) => Some.Employee() with { Id = id };

    private static AgencyId Agency(string id) => AgencyId.Parse(id).Value;

    private static EmployeeId Person(string id) => EmployeeId.Parse(id).Value;

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
