using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Domain.Tests.Policies;

public sealed class PolicyTimelineTests
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
        Assert.Equal(
            "b",
            Book(Document(NewYear, 2, "b"), Document(NewYear, 1, "a"), Document(NewYear, 0, "shipped")).On(NewYear));

    [Fact]
    public void A_later_version_of_an_earlier_day_does_not_go_before_a_later_day() =>
        Assert.Equal(
            "late",
            Book(Document(NewYear, 9, "early"), Document(NewYear.PlusDays(1), 1, "late")).On(NewYear.PlusDays(1)));

    [Fact]
    public void Before_the_first_document_nothing_holds()
    {
        var book = Book(Document(NewYear, 1, "first"));
        Assert.Null(book.Find(NewYear.PlusDays(-1)));
        Assert.Throws<InvalidOperationException>(() => book.On(NewYear.PlusDays(-1)));
    }

    [Fact]
    public void A_version_is_called_by_kind_day_and_number() =>
        Assert.Equal(("working-time-2026-01-01.2", "working-time-national-2026-01-01.2"),
            (PolicyVersion.Name("working-time", NewYear, 2),
                PolicyVersion.Name("working-time", NewYear, 2, isNational: true)));

    [Fact]
    public void On_any_date_the_slow_rule_finds_the_same() => Always.HoldsFor(random =>
    {
        var documents = Enumerable.Range(0, random.Next(1, 12))
            .Select(i => (From: NewYear.PlusDays(random.Next(10)), i))
            .GroupBy(d => d.From)
            .SelectMany(same => same.Select((d, version) => Document(d.From, version + 1, $"{d.i}"))).ToArray();
        random.Shuffle(documents);
        var date = NewYear.PlusDays(random.Next(-2, 14));

        Effective<string>? expected = null;
        foreach (var document in documents.Where(d => d.From <= date))
        {
            expected = expected is null
                || (document.From, document.Version).CompareTo((expected.From, expected.Version)) > 0
                ? document
                : expected;
        }

        Assert.Equal(expected, Book(documents).Find(date));
    });

    [Fact]
    public void An_agency_without_documents_follows_what_is_shipped_by_date()
    {
        var timeline = Book(Document(LocalDate.MinIsoValue, 0, "first"), Document(NewYear, 0, "second"));
        Assert.Equal("first", timeline.On(NewYear.PlusDays(-1)));
        Assert.Equal("second", timeline.On(NewYear));
    }

    [Fact]
    public void An_agency_keeps_its_document_though_a_newer_version_is_shipped_later()
    {
        var timeline = Book(
            Document(LocalDate.MinIsoValue, 0, "first"),
            Document(NewYear, 1, "own"),
            Document(NewYear.PlusYears(1), 0, "second"));
        Assert.Equal("first", timeline.On(NewYear.PlusDays(-1)));
        Assert.Equal("own", timeline.On(NewYear));
        Assert.Equal("own", timeline.On(NewYear.PlusYears(2)));
    }

    [Fact]
    public void Where_documents_end_with_their_year_the_shipped_one_holds_in_years_without_an_own_one()
    {
        var next = NewYear.PlusYears(1);
        var timeline = new PolicyTimeline<string>(
            [Document(NewYear, 1, "own"), Document(NewYear, 0, "shipped"), Document(next, 0, "shipped next")],
            yearly: true);
        Assert.Equal(("own", "shipped next"), (timeline.On(NewYear), timeline.On(next)));
        Assert.Equal("own next", timeline.With(next, "own next").On(next));
    }

    [Fact]
    public void An_agency_that_wrote_nothing_follows_the_nation_and_one_that_did_does_not()
    {
        var national = Document(NewYear.PlusMonths(1), 1, "national") with { Source = PolicySource.National };
        Effective<string>[] general =
            [Document(LocalDate.MinIsoValue, 0, "first"), national, Document(NewYear.PlusYears(1), 0, "second")];
        Assert.Equal("first", Book(general).On(NewYear));
        Assert.Equal("national", Book(general).On(NewYear.PlusYears(2)));
        Assert.Equal("own", Book([.. general, Document(NewYear, 1, "own")]).On(NewYear.PlusYears(2)));
    }

    [Fact]
    public void An_agencys_part_comes_on_top_of_the_nations_where_the_kind_says_so()
    {
        var national = Document(NewYear, 2, "national") with { Source = PolicySource.National };
        var timeline = new PolicyTimeline<string>(
            [Document(NewYear, 0, "shipped"), national, Document(NewYear, 1, "own")],
            yearly: true,
            (general, own) => $"{general}+{own}");
        Assert.Equal("national+own", timeline.On(NewYear));
        Assert.Equal("shipped+own", new PolicyTimeline<string>(
            [Document(NewYear, 0, "shipped"), Document(NewYear, 1, "own")], yearly: true, (a, b) => $"{a}+{b}").On(
            NewYear));
    }

    /// <summary>The rule in words, asked for each day anew, with no order and no sorting.</summary>
    [Fact]
    public void On_any_date_an_agencys_goes_before_the_nations_and_then_shipped() => Always.HoldsFor(random =>
    {
        var yearly = random.Next(2) == 0;
        var documents = AnyDocuments(random);
        var date = NewYear.PlusDays(random.Next(-2, 24));
        Assert.Equal(SlowFind(documents, date, yearly), new PolicyTimeline<string>(documents, yearly).Find(date));
    });

    [Fact]
    public void A_candidate_holds_as_if_the_agency_had_written_it() => Always.HoldsFor(random =>
    {
        var (yearly, documents) = (random.Next(2) == 0, AnyDocuments(random));
        var (from, date) = (NewYear.PlusDays(random.Next(20)), NewYear.PlusDays(random.Next(-2, 24)));
        var written = documents.Append(Document(from, int.MaxValue, "candidate")).ToArray();
        Assert.Equal(
            SlowFind(written, date, yearly),
            new PolicyTimeline<string>(documents, yearly).With(from, "candidate").Find(date));
    });

    private static Effective<string>[] AnyDocuments(Random random)
    {
        var shipped = Enumerable.Range(0, random.Next(4)).Select(_ => NewYear.PlusDays(random.Next(20))).Distinct()
            .Select(from => Document(from, 0, $"shipped {from}"));
        var own = Enumerable.Range(0, random.Next(5)).Select(_ => NewYear.PlusDays(random.Next(20)))
            .GroupBy(from => from)
            .SelectMany(same => same.Select((from, version) => Document(from, version + 1, $"own {from} {version}")));
        var national = Enumerable.Range(0, random.Next(4)).Select(_ => NewYear.PlusDays(random.Next(20)))
            .GroupBy(from => from)
            .SelectMany(same => same.Select((from, version) =>
                Document(from, version + 1, $"national {from} {version}") with { Source = PolicySource.National }));
        Effective<string>[] all = [.. shipped, .. national, .. own];
        random.Shuffle(all);
        return all;
    }

    private static Effective<string>? SlowFind(Effective<string>[] documents, LocalDate date, bool yearly)
    {
        for (var day = date; day >= NewYear; day = day.PlusDays(-1))
        {
            foreach (var source in new[] { PolicySource.Agency, PolicySource.National, PolicySource.Shipped })
            {
                var found = documents.Where(d => d.Source == source && d.From == day).MaxBy(d => d.Version);
                if (found is not null && (yearly || !documents.Any(d => d.Source > source && d.From <= date)))
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static PolicyTimeline<string> Book(params Effective<string>[] documents) => new(documents);

    private static Effective<string> Document(LocalDate from, int version, string value) => new(from, version, value);
}
