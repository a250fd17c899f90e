// Package traffic is what is asked for: more and more tenants wake up in the first three quarters of a minute.
package traffic

import "fmt"

// Path is of request n.
func Path(n int) (tenant int, path string) {
	awake := min(900, 60+n*900/3000)
	tenant = n * 7919 % awake
	return tenant, fmt.Sprintf("/tenant-%d/shop-%d/orders/%d", tenant, n%50, n%1000)
}
