// Package shape knows shapes of documents.
package shape

import (
	"crypto/sha256"
	"encoding/json"
	"sort"
	"sync"
)

// Shape says which fields there are.
type Shape struct {
	Fields   []string
	Required map[string]bool
	Text     []byte
}

var known sync.Map // [32]byte: *Shape

// Of is the shape that a text describes, put in order once for each.
func Of(raw []byte) (*Shape, error) {
	key := sha256.Sum256(raw)
	if s, ok := known.Load(key); ok {
		return s.(*Shape), nil
	}
	s, err := order(raw)
	if err != nil {
		return nil, err
	}
	kept, _ := known.LoadOrStore(key, s)
	return kept.(*Shape), nil
}

func order(raw []byte) (*Shape, error) {
	var described map[string]struct {
		Type     string
		Required bool
	}
	if err := json.Unmarshal(raw, &described); err != nil {
		return nil, err
	}
	s := &Shape{Required: map[string]bool{}}
	for name, d := range described {
		s.Fields = append(s.Fields, name)
		s.Required[name] = d.Required
	}
	sort.Strings(s.Fields)
	text, err := json.Marshal(described)
	s.Text = text
	return s, err
}

// Fits says whether a document has what is required.
func (s *Shape) Fits(document map[string]any) bool {
	for _, f := range s.Fields {
		if _, ok := document[f]; !ok && s.Required[f] {
			return false
		}
	}
	return true
}
