// Package schema lists the fields of record types.
package schema

import (
	"reflect"
	"sync"
)

// Field is one column of a record.
type Field struct {
	Name string
	Kind reflect.Kind
}

// Resolver remembers the fields of each type.
type Resolver struct {
	mu     sync.Mutex
	fields map[string][]Field
}

// NewResolver returns a resolver that knows no type yet.
func NewResolver() *Resolver { return &Resolver{fields: map[string][]Field{}} }

// FieldsOf returns the fields of the type called name.
func (r *Resolver) FieldsOf(name string, t reflect.Type) []Field {
	r.mu.Lock()
	defer r.mu.Unlock()
	if known, ok := r.fields[name]; ok {
		return known
	}
	described := describe(t)
	r.fields[name] = described
	return described
}

func describe(t reflect.Type) []Field {
	fields := make([]Field, 0, 16)
	for i := 0; i < t.NumField(); i++ {
		fields = append(fields, Field{Name: t.Field(i).Name, Kind: t.Field(i).Type.Kind()})
	}
	return fields
}
