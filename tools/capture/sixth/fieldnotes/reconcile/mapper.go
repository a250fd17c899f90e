// Package reconcile makes requests of changes.
package reconcile

import (
	"strconv"

	"example.com/lib/slate"

	"git.hedgebank.example/survey/fieldnotes/plot"
)

// Request names what must be looked at again.
type Request struct{ Name string }

// Mapper returns the function that is called with each note.
func Mapper(l *slate.Logger, index *plot.Index) func(*plot.Plot) []Request {
	l = l.With("controller", "plots")
	return func(p *plot.Plot) []Request {
		l = l.With("plot", p.Name, "mesh", p.Mesh, "area", strconv.Itoa(p.Area))
		if !index.Put(p) {
			return nil
		}
		l.Say("changed")
		return []Request{{Name: p.Mesh + "/" + p.Name}}
	}
}
