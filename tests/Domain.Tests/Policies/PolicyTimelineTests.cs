using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Domain.Tests.Policies;

public sealed class PolicyBookTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    [Fact]
    public void A_document_holds_from_its_day_until_the_next_begins()
    {
        var book = Book(Document(NewYear, 1, "old"), Document(NewYear.PlusMonths(6), 1, "new"));
        Assert.Equal("old", book.On(NewYear));
        Assert.Equal("old", book.On(new LocalDate(2026, 6, 30)));
        Assert.Equal("new", book.On(new LocalDate(2026, 7, 1)));
        Assert.Equal("new", book.On(new LocalDate(2999, 1, 1)));
    }

    [Fact]
    public void A_later_version_for_the_same_day_supersedes() =>
        Assert.Equal("b", Book(Document(NewYear, 2, "b"), Document(NewYear, 1, "a"), Document(NewYear, 0, "shipped")).On(NewYear));

    [Fact]
    public void A_later_version_of_an_earlier_day_does_not_go_before_a_later_day() =>
        Assert.Equal("late", Book(Document(NewYear, 9, "early"), Document(NewYear.PlusDays(1), 1, "late")).On(NewYear.PlusDays(1)));

    [Fact]
    public void Before_the_first_document_nothing_holds()
    {
        var book = Book(Document(NewYear, 1, "first"));
        Assert.Null(book.Find(NewYear.PlusDays(-1)));
        Assert.Throws<InvalidOperationException>(() => book.On(NewYear.PlusDays(-1)));
    }

    [Fact]
    public void A_version_is_called_by_kind_day_and_number() =>
        Assert.Equal("working-time-2026-01-01.2", PolicyVersion.Name("working-time", NewYear, 2));

    [Fact]
    public void On_any_date_the_slow_rule_finds_the_same() => Always.HoldsFor(random =>
    {
        var documents = Enumerable.Range(0, random.Next(1, 12)).Select(i => (From: NewYear.PlusDays(random.Next(10)), i))
            .GroupBy(d => d.From).SelectMany(same => same.Select((d, version) => Document(d.From, version + 1, $"{d.i}"))).ToArray();
        random.Shuffle(documents);
        var date = NewYear.PlusDays(random.Next(-2, 14));

        Effective<string>? expected = null;
        foreach (var document in documents.Where(d => d.From <= date))
        {
            expected = expected is null || (document.From, document.Version).CompareTo((expected.From, expected.Version)) > 0
                ? document
                : expected;
        }

        Assert.Equal(expected, Book(documents).Find(date));
    });

    private static PolicyTimeline<string> Book(params Effective<string>[] documents) => new(documents);

    private static Effective<string> Document(LocalDate from, int version, string value) => new(from, version, value);
}
