// Package match knows what to look for.
package match

import (
	"fmt"
	"regexp"
)

// Found is a piece of a text.
type Found struct {
	Rule int
	Text string
}

// Matcher has rules.
type Matcher struct{ rules []*regexp.Regexp }

// New compiles rules.
func New(rules ...string) (*Matcher, error) {
	m := &Matcher{}
	for i, rule := range rules {
		compiled, err := regexp.Compile(rule)
		if err != nil {
			return nil, fmt.Errorf("rule %d: %w", i, err)
		}
		m.rules = append(m.rules, compiled)
	}
	return m, nil
}

// In returns all there is in a text.
func (m *Matcher) In(text string) []Found {
	var all []Found
	for i, rule := range m.rules {
		for _, piece := range rule.FindAllString(text, -1) {
			all = append(all, Found{Rule: i, Text: piece})
		}
	}
	return all
}
