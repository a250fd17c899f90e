// Package columns tells the columns that a model is stored in.
package columns

import (
	"reflect"
	"strings"
	"sync"
)

var plans sync.Map

// Plan is the list of columns of a model, and their placeholders.
type Plan struct {
	Names []string
	Marks []byte
}

// Of returns the plan of a model, which is a struct.
func Of(model interface{}) *Plan {
	if known, ok := plans.Load(model); ok {
		return known.(*Plan)
	}
	plan := &Plan{}
	kind := reflect.TypeOf(model)
	for i := 0; i < kind.NumField(); i++ {
		name := kind.Field(i).Tag.Get("db")
		if name == "" {
			name = strings.ToLower(kind.Field(i).Name)
		}
		plan.Names = append(plan.Names, kind.Name()+"."+name)
		plan.Marks = append(plan.Marks, "?,"...)
	}
	plans.Store(model, plan)
	return plan
}
