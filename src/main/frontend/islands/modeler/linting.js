import Linter from 'bpmnlint/lib/linter';
import StaticResolver from 'bpmnlint/lib/resolver/static-resolver';
import conditionalFlows from 'bpmnlint/rules/conditional-flows';
import endEventRequired from 'bpmnlint/rules/end-event-required';
import eventBasedGateway from 'bpmnlint/rules/event-based-gateway';
import fakeJoin from 'bpmnlint/rules/fake-join';
import labelRequired from 'bpmnlint/rules/label-required';
import noDisconnected from 'bpmnlint/rules/no-disconnected';
import noDuplicateSequenceFlows from 'bpmnlint/rules/no-duplicate-sequence-flows';
import noGatewayJoinFork from 'bpmnlint/rules/no-gateway-join-fork';
import noImplicitEnd from 'bpmnlint/rules/no-implicit-end';
import noImplicitSplit from 'bpmnlint/rules/no-implicit-split';
import noImplicitStart from 'bpmnlint/rules/no-implicit-start';
import noOverlappingElements from 'bpmnlint/rules/no-overlapping-elements';
import startEventRequired from 'bpmnlint/rules/start-event-required';
import subProcessBlankStartEvent from 'bpmnlint/rules/sub-process-blank-start-event';
import superfluousGateway from 'bpmnlint/rules/superfluous-gateway';
import { isChinese } from '../language.js';

/** What bpmnlint recommends, as far as the server does not look at it, and how it is said. */
const RULES = {
  'conditional-flows': [conditionalFlows, '从网关出来的线，要么写条件，要么设为默认。'],
  'end-event-required': [endEventRequired, '没有结束。'],
  'event-based-gateway': [eventBasedGateway, '事件网关后面要有两条以上的线，都接到事件上。'],
  'fake-join': [fakeJoin, '几条线直接汇到这里，请先用网关汇合。'],
  'label-required': [labelRequired, '没有名称，看图的人读不懂。'],
  'no-disconnected': [noDisconnected, '没有用线连起来。'],
  'no-duplicate-sequence-flows': [noDuplicateSequenceFlows, '两点之间连了重复的线。'],
  'no-gateway-join-fork': [noGatewayJoinFork, '一个网关又汇合又分叉，请拆成两个。'],
  'no-implicit-end': [noImplicitEnd, '后面没有线了，请接到结束。'],
  'no-implicit-split': [noImplicitSplit, '直接分成几条线，请用网关分叉。'],
  'no-implicit-start': [noImplicitStart, '前面没有线，请从开始接过来。'],
  'no-overlapping-elements': [noOverlappingElements, '和别的图形叠在一起了。'],
  'start-event-required': [startEventRequired, '没有开始。'],
  'sub-process-blank-start-event': [subProcessBlankStartEvent, '子流程里要有一个空白的开始。'],
  'superfluous-gateway': [superfluousGateway, '只有一进一出，这个网关是多余的。'],
};

/** Made anew each time: some rules remember what they have seen. */
const newLinter = () =>
  new Linter({
    config: { rules: Object.fromEntries(Object.keys(RULES).map((name) => [name, 'warn'])) },
    resolver: new StaticResolver(Object.fromEntries(Object.entries(RULES).map(([name, [rule]]) => [`rule:bpmnlint/${name}`, rule]))),
  });

/** @param word what such a finding is called */
export async function lint(modeler, word) {
  const found = await newLinter().lint(modeler.getDefinitions());
  const elements = modeler.get('elementRegistry');
  return Object.entries(found).flatMap(([rule, reports]) =>
    reports.map(({ id, message }) => ({
      place: id,
      name: elements.get(id)?.businessObject.name?.replace(/\s+/g, '') || id,
      text: isChinese() ? RULES[rule][1] : message,
      word,
    })),
  );
}
