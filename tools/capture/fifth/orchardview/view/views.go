// Package view is one picture a field.
package view

import (
	"strconv"
	"sync"

	"git.applewood.example/fields/orchardview/lens"
)

// View is what one sees of a field.
type View struct {
	mu     sync.Mutex
	client *lens.Client
}

// Views are all fields.
type Views struct{ all []*View }

// NewViews has n fields.
func NewViews(n int) *Views {
	v := &Views{}
	for i := 0; i < n; i++ {
		v.all = append(v.all, &View{client: lens.Dial("field-"+strconv.Itoa(i), 0)})
	}
	return v
}

// Replant changes what grows on one field.
func (v *Views) Replant(n int) { v.all[n%len(v.all)].Replant("field-"+strconv.Itoa(n%len(v.all)), n) }

// Ripe counts the apples that can be picked.
func (v *Views) Ripe() int {
	sum := 0
	for _, view := range v.all {
		sum += view.current().Count()
	}
	return sum
}

// Replant looks at the field through a new client.
func (v *View) Replant(field string, season int) {
	client := lens.Dial(field, season)
	v.mu.Lock()
	defer v.mu.Unlock()
	v.client = client
}

func (v *View) current() *lens.Client {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.client
}
