// Package plate is a page before it is set.
package plate

import "fmt"

// Plate has the commands that set it.
type Plate struct {
	Number int
	Script string
}

// New is the n-th plate. Plates in colour need the mixer, which stays for the next one.
func New(n int) Plate {
	if n%6 == 1 {
		return Plate{Number: n, Script: fmt.Sprintf("sleep 240 & echo colour %d", n)}
	}
	return Plate{Number: n, Script: fmt.Sprintf("echo black %d", n)}
}
