using Kinerja.Application.Tests.Json;

namespace Kinerja.Application.Tests.Runs;

/// <summary>Faults of the policies that runs are planned with.</summary>
public sealed class RunPolicyBodyTests
{
    [Theory]
    [InlineData("evaluation-policy", "/predicateRule", "\"pp46\"")]
    [InlineData("evaluation-policy", "/skpPercent", "65")]
    [InlineData("evaluation-policy", "/matrix/name", "\"\"")]
    [InlineData("evaluation-policy", "/matrix/cells", "[]")]
    [InlineData("evaluation-policy", "/matrix/cells/0/predicate", "\"bad\"")]
    [InlineData("evaluation-policy", "/headOfUnit/poor", "")]
    [InlineData("evaluation-policy", "/bands/poor", "121")]
    [InlineData("evaluation-policy", "/bands/veryGood", "80")]
    [InlineData("ranking-policy", "/topPercent", "101")]
    [InlineData("ranking-policy", "/minimumCohort", "-1")]
    [InlineData("ranking-policy", "/newStaffMonths", "121")]
    [InlineData("ranking-policy", "/topFloor", "\"best\"")]
    public void Each_fault_is_told_by_its_pointer(string body, string pointer, string value)
    {
        var refusal = BodyReading.Read(body, BodyReading.With(body, pointer, value));
        Assert.Equal(pointer, Assert.Single(refusal!.Faults).Pointer);
    }

    [Theory]
    [InlineData("evaluation-policy")]
    [InlineData("ranking-policy")]
    public void An_empty_document_is_what_is_shipped(string body) => Assert.Null(BodyReading.Read(body, "{}"));
}
