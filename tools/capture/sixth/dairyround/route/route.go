// Package route is the way of a cart.
package route

import (
	"strconv"
	"sync"
)

// Crew is who drives.
type Crew struct{ Driver, Mate int }

// Fee is what a way costs.
type Fee struct{ Pence, Share int }

// Attributes are what many ways have in common.
type Attributes struct {
	Depot string
	Crew  *Crew
	Fee   *Fee
	Since int
}

// Route is a way to a house.
type Route struct {
	House int
	Attrs *Attributes
}

// Interner keeps one copy of attributes that are the same.
type Interner struct {
	sync.Mutex
	known map[Attributes]*Attributes
}

// Shared is the interner of this service.
var Shared = &Interner{known: make(map[Attributes]*Attributes)}

// Canon returns the copy that everybody shares.
func (in *Interner) Canon(a Attributes) *Attributes {
	in.Lock()
	defer in.Unlock()
	if one, ok := in.known[a]; ok {
		return one
	}
	one := new(Attributes)
	*one = a
	in.known[a] = one
	return one
}

// Parse reads the n-th update.
func Parse(n int) Route {
	attrs := Attributes{
		Depot: "depot " + strconv.Itoa(n%5),
		Crew:  &Crew{Driver: n % 40, Mate: n % 11},
		Fee:   &Fee{Pence: 20 + n%6, Share: n % 3},
	}
	return Route{House: n * 13 % 3000, Attrs: Shared.Canon(attrs)}
}
