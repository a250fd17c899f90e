// Package questions is what people ask for.
package questions

import "fmt"

// Name is the n-th question: a third is for few names, the rest for one that nobody asked for before.
func Name(n int) string {
	if n%3 == 0 {
		return fmt.Sprintf("www%d.popular.example", n/3%8)
	}
	return fmt.Sprintf("h%x.tenants.example", n*2654435761%(1<<31))
}
