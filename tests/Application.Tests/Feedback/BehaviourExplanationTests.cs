using Kinerja.Application.Explanations;
using Kinerja.Application.Feedback;
using Kinerja.Application.Tests.Explanations;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Tests.Feedback;

/// <summary>How a behaviour score is told: who was heard, what each role came to and weighs, and the whole.</summary>
public sealed class BehaviourExplanationTests
{
    [Fact]
    public void Nobody_heard_is_told_as_no_figure() => Assert.Equal(["behaviourNotHeard"], Told());

    [Fact]
    public void A_role_that_weighs_nothing_is_told_and_does_not_count() => Assert.Equal(
        ["roleOfOneValue; role served; weight 0; points 60.00", "behaviourNotHeard"],
        Told(Note(GiverRole.Served, ExpectationLevel.Below)));

    [Fact]
    public void The_leader_alone_is_the_whole_and_several_values_are_a_mean() => Assert.Equal(
        [
            "roleMean; role leader; weight 60; terms 120.00 + 100.00 + 100.00; count 3; points 106.67",
            "behaviourOfOneRole; role leader; value 106.67",
        ],
        Told(
            Note(GiverRole.Leader, ExpectationLevel.Above),
            Note(GiverRole.Leader, ExpectationLevel.Meets, FeedbackSubject.Loyal),
            Note(GiverRole.Leader, ExpectationLevel.Meets, FeedbackSubject.Adaptive)));

    /// <summary>(120 × 60 + 60 × 20) / 80 = 105; those served weigh nothing and stand in no term.</summary>
    [Fact]
    public void Several_roles_are_told_by_their_weights_and_one_of_weight_zero_is_in_no_term()
    {
        var told = Explained(
            Note(GiverRole.Leader, ExpectationLevel.Above),
            Note(GiverRole.Peer, ExpectationLevel.Below),
            Note(GiverRole.Served, ExpectationLevel.Meets));
        Assert.Equal(
            [
                "roleOfOneValue; role leader; weight 60; points 120.00",
                "roleOfOneValue; role peer; weight 20; points 60.00",
                "roleOfOneValue; role served; weight 0; points 100.00",
                "behaviourWeighed; terms 120.00 × 60 + 60.00 × 20; weight 80; value 105.00",
            ],
            Steps.Of(told));
        Assert.Equal(
            (
                "Behaviour, by the weights of those heard: (120.00 × 60 + 60.00 × 20) ÷ 80 = 105.00.",
                "Perilaku, menurut bobot yang memberi umpan balik: (120,00 × 60 + 60,00 × 20) ÷ 80 = 105,00."),
            (told[^1].En, told[^1].Id));
        Assert.All(told, step => Assert.Equal("feedback-2026.1", step.Source.Id));
    }

    private static IReadOnlyList<string> Told(params FeedbackNote[] notes) => Steps.Of(Explained(notes));

    private static List<ExplanationStep> Explained(params FeedbackNote[] notes) =>
    [
        .. BehaviourExplanation.Of(BehaviourScore.Of(notes, FeedbackPolicy.Default), FeedbackPolicy.Default),
    ];

    private static FeedbackNote Note(
        GiverRole role, ExpectationLevel level, FeedbackSubject subject = FeedbackSubject.ServiceOriented) => new(
            Some.Feedback() with { Role = role, Subject = subject, Level = level }, Some.Quarter, Some.Morning);
}
