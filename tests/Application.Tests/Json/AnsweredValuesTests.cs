using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NetTopologySuite.Geometries;
using NodaTime.Text;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Application.Tests.Json;

/// <summary>
/// Answers, events and receipts hold values of the domain, and some of its records as they are: which ones is decided
/// here, since a member that joins such a record is told to every client.
/// </summary>
public sealed class AnsweredValuesTests
{
    private const string AsTheyAre =
        "AgreedAction AimProgress AttendanceSummary BehaviourExpectation BehaviourGuide CappedSum "
        + "CoachingAim CoachingProgress CriterionStep DailyProgress DayChange DayOutcome DaysAway "
        + "DeductionSums Escalation EvidenceLink FeedbackReceiver FenceSummary FinalPredicate HeardValue LevelCodes "
        + "MemberChange MissingPlan MonthChange NewIdea NoticeSubject OutboxLag OutcomeChange OutcomeCounts "
        + "PeriodCodes PersonName PlanAnnex Post PostCoefficient PredicateCodes ProposalReminder "
        + "ProposalsRaised PullCounts QuarterTarget QueueSample RealisedFigure RealisedResult Replay "
        + "RevisedRating SiasnCounts SiasnProblem SilentRater StoreProbe UnassessedPerson UnratedPerson "
        + "WorkQueueLength";

    /// <summary>Who somebody is, where somebody was, and who acted: told member by member, or not at all.</summary>
    private static readonly Type[] Never =
    [
        typeof(Employee), typeof(Nip), typeof(Actor), typeof(CheckIn), typeof(SubmittedCheckIn), typeof(Position),
        typeof(Geofence), typeof(Geometry), typeof(Coordinate),
    ];

    [Fact]
    public void Records_that_are_answered_as_they_are_stand_in_the_list() =>
        Assert.Equal(
            AsTheyAre,
            string.Join(
                ' ',
                Told().Where(type => !IsShapeOfTheApi(type)).Select(type => type.Name).Order(StringComparer.Ordinal)));

    [Fact]
    public void No_answer_holds_a_person_a_check_in_a_NIP_or_coordinates_of_the_domain() =>
        Assert.DoesNotContain(Told(), type => Never.Any(never => never.IsAssignableFrom(type)));

    [Fact]
    public void Each_value_is_written_as_its_text_or_number()
    {
        var rating = new Rating(
            new Quarter(2026, 1), Some.Person(), Some.Person("peg-head"),
            ExpectationLevel.Above, ExpectationLevel.Meets,
            Score.FromHundredths(8750), Score.FromHundredths(9000), null, Some.Morning, 1)
        {
            ObjectionId = ClientId.Parse("obj-00001").Value,
            Actor = Some.Actor,
        };

        var told = JsonSerializer.Serialize(RatingResponse.Of(rating), JsonFormat.Default.RatingResponse);

        Assert.Equal(
            """
            {"employeeId":"peg-0001","period":"2026-Q1","raterId":"peg-head","result":"above","behaviour":"meets",
            """
            + $$"""
            "skpScore":87.5,"behaviourScore":90,"ratedAt":"{{InstantPattern.ExtendedIso.Format(Some.Morning)}}",
            """
            + """
            "version":1,"objectionId":"obj-00001"}
            """,
            told);
    }

    /// <summary>Every type that is written member by member.</summary>
    private static HashSet<Type> Told()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>(typeof(JsonFormatTypes).GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
            .Where(type => !type.Name.EndsWith("Request", StringComparison.Ordinal)
                && !type.Name.EndsWith("Document", StringComparison.Ordinal)));
        while (open.TryDequeue(out var type))
        {
            if (Unwrapped(type) is var one && !IsValue(one) && seen.Add(one))
            {
                foreach (var member in one.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    open.Enqueue(member.PropertyType);
                }
            }
        }

        return seen;
    }

    private static Type Unwrapped(Type type) =>
        type.IsArray ? Unwrapped(type.GetElementType()!)
        : type.IsGenericType ? Unwrapped(type.GetGenericArguments()[^1])
        : type;

    private static bool IsValue(Type type) =>
        type.Namespace!.StartsWith("System", StringComparison.Ordinal) || new ValueConverters().CanConvert(type);

    private static bool IsShapeOfTheApi(Type type) =>
        type.Name is var name && new[] { "Response", "Event", "Claims", "Request", "Item", "Line", "Step" }.Any(
            end => name.EndsWith(end, StringComparison.Ordinal)) && type.Namespace!.StartsWith(
                "Kinerja.Application", StringComparison.Ordinal);
}
