namespace Kinerja.Application.Feedback;

/// <summary>
/// What a step about the behaviour score tells. On the wire it is the step's code; its words are in
/// <see cref="BehaviourTexts"/>.
/// </summary>
public enum BehaviourStepCode
{
    RoleOfOneValue,
    RoleMean,
    BehaviourNotHeard,
    BehaviourOfOneRole,
    BehaviourWeighed,
}
