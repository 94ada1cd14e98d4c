using Kinerja.Application.Explanations;

namespace Kinerja.Application.Feedback;

/// <summary>The words of the behaviour score's steps; a name in braces stands for the parameter of that name.</summary>
internal static class BehaviourTexts
{
    internal static readonly StepOf<BehaviourStepCode> Step = ExplanationStep.By<BehaviourStepCode>(Templates);

    internal static (string English, string Indonesian) Templates(BehaviourStepCode code) => code switch
    {
        BehaviourStepCode.RoleOfOneValue => (
            "Behaviour by {role}, weight {weight}, heard on one value: {points}.",
            "Perilaku menurut {role}, bobot {weight}, satu nilai BerAKHLAK: {points}."),
        BehaviourStepCode.RoleMean => (
            "Behaviour by {role}, weight {weight}: ({terms}) ÷ {count} = {points}.",
            "Perilaku menurut {role}, bobot {weight}: ({terms}) ÷ {count} = {points}."),
        BehaviourStepCode.BehaviourNotHeard => (
            "Behaviour: nobody gave a level that counts. There is no figure, which is not zero.",
            "Perilaku: belum ada tingkat yang dihitung. Tidak ada angka, dan itu bukan nol."),
        BehaviourStepCode.BehaviourOfOneRole => (
            "Behaviour: only {role} counted, {value}.",
            "Perilaku: hanya {role} yang dihitung, {value}."),
        BehaviourStepCode.BehaviourWeighed => (
            "Behaviour, by the weights of those heard: ({terms}) ÷ {weight} = {value}.",
            "Perilaku, menurut bobot yang memberi umpan balik: ({terms}) ÷ {weight} = {value}."),
    };
}
